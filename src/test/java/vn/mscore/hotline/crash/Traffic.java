package vn.mscore.hotline.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jsmpp.bean.SubmitSm;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.sms.smpp.Centre;

/**
 * Citizens who write with words of their own: every other by the modem, the rest by a centre that hands a message over again
 * until it is told that it is safe. Every fifth of the modem's is a long one. Of eight messages seven are by somebody who
 * writes once, the eighth by one who writes twelve times, over several deaths, and is not answered each time.
 */
final class Traffic implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Traffic.class.getName());
    private static final int BACKLOG = 300;
    private static final int CENTRES = 6;
    private static final int EACH_FIFTH = 5;
    private static final int EACH_EIGHTH = 8;
    private static final int TIMES = 12;
    private static final long AGAIN_MILLIS = 100;

    private final Air air;
    private final Centre centre;
    private final HistoryFile file;
    private final Witness witness;
    private final long pauseMillis;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean enough;
    private volatile boolean closed;

    Traffic(Air air, Centre centre, HistoryFile file, Witness witness, long pauseMillis) {
        this.air = air;
        this.centre = centre;
        this.file = file;
        this.witness = witness;
        this.pauseMillis = pauseMillis;
        centre.status = this::submitted;
    }

    void start() {
        run("citizens-modem", this::byModem);
        for (int i = 0; i < CENTRES; i++) {
            run("citizens-smpp-" + i, this::bySmpp);
        }
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(() -> witness.faults.keep(work), name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** No citizen more; returns when the centre got rid of what it has. */
    void enough(long limitMillis) throws InterruptedException {
        enough = true;
        for (Thread thread : threads) {
            thread.join(limitMillis);
        }
    }

    /** How many messages were written. */
    int written() {
        return next.get();
    }

    /** How many different numbers wrote: each is answered at least once. */
    int citizens() {
        return (int)
                IntStream.range(0, next.get()).map(Traffic::citizen).distinct().count();
    }

    private static int citizen(int number) {
        return number % EACH_EIGHTH == 0 ? number - number % (EACH_EIGHTH * TIMES) : number;
    }

    private static String phone(int number) {
        return String.format(Locale.ROOT, "+8491%07d", citizen(number));
    }

    private static String words(int number) {
        String words = "PA duong thon " + number + " bi hu nang";
        return number % EACH_FIFTH == 0
                ? words + ", xe khong qua duoc, de nghi xa cho nguoi xem lai som".repeat(4)
                : words;
    }

    private void byModem() {
        while (!enough) {
            if (citizens() - witness.answered() > BACKLOG) {
                rest(AGAIN_MILLIS);
                continue;
            }
            int number = next.getAndIncrement();
            air.text(phone(number), words(number));
            rest(pauseMillis);
        }
    }

    private void bySmpp() {
        while (!enough) {
            int number = next.getAndIncrement();
            String words = "PA den duong thon " + number + " khong sang";
            file.note("handed", words, "", 0);
            while (!closed && !handed(phone(number), words)) {
                rest(AGAIN_MILLIS);
            }
            rest(pauseMillis);
        }
    }

    /** A centre hands over again when it got no answer and when the answer was an error. */
    boolean handed(String phone, String words) {
        int status;
        try {
            status = centre.deliver(phone.substring(1), words);
        } catch (Exception e) {
            LOG.log(Level.FINE, "handed over again", e);
            return false;
        }
        if (status == 0) {
            witness.stored(phone, words, 1);
        }
        witness.faults.keep(() -> file.note("answered", words, "", status));
        return status == 0;
    }

    private int submitted(SubmitSm sms) {
        String phone = "+" + sms.getDestAddress().replaceFirst("^\\+", "");
        String text = new String(sms.getShortMessage(), StandardCharsets.ISO_8859_1);
        witness.sending(phone, text);
        witness.faults.keep(() -> file.note("submitted", text, phone, 0));
        return 0;
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        enough = true;
        closed = true;
    }
}
