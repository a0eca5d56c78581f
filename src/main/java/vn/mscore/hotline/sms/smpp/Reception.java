package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.Intake;

/**
 * Takes what a centre delivers: a few workers, each with its own senders so that one citizen's messages stay in order.
 * The reader of the connection only puts on their queues and is never kept waiting.
 */
final class Reception {
    private static final int WORKERS = 4;

    private final SmppSettings settings;
    private final Intake intake;
    private final List<ReceptionWorker> workers = new ArrayList<>();

    Reception(SmppSettings settings, Intake intake, ThreadFactory threads, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        try {
            open(threads, clock);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // Those that run already would run for ever.
            stop();
            throw e;
        }
    }

    private void open(ThreadFactory threads, Clock clock) {
        for (int i = 1; i <= WORKERS; i++) {
            OwnThread thread = new OwnThread(threads, "smpp-" + settings.name() + "-in-" + i);
            ReceptionWorker worker = new ReceptionWorker(settings, intake, thread, clock);
            worker.start();
            workers.add(worker);
        }
    }

    /** Puts a deliver_sm or data_sm where it will be stored and answered; a full queue answers at once that it is full. */
    void take(SmppPdu pdu, SmppLink link) {
        Arrived arrived = arrived(pdu, link);
        if (!workers.get(arrived.place(WORKERS)).offer(arrived)) {
            answer(pdu, link, SMPPConstant.STAT_ESME_RMSGQFUL);
        }
    }

    /** Answers a deliver_sm or data_sm; tells whether the answer went. */
    static boolean answer(SmppPdu pdu, SmppLink link, int status) {
        boolean data = pdu.command() == SMPPConstant.CID_DATA_SM;
        return link.answer(
                (composer, number) ->
                        data ? composer.dataSmResp(status, number, "") : composer.deliverSmResp(status, number, ""),
                pdu.sequence());
    }

    private Arrived arrived(SmppPdu pdu, SmppLink link) {
        try {
            Delivery delivery = Delivery.read(settings, pdu.kept());
            return new Arrived(pdu, link, System.nanoTime(), delivery.pdu().source(), delivery.content());
        } catch (BadPdu | RuntimeException e) {
            // Any worker can refuse it or keep it for a person; the connection lives.
            String octets = new String(pdu.kept(), StandardCharsets.ISO_8859_1);
            return new Arrived(pdu, link, System.nanoTime(), octets, octets);
        }
    }

    /** How many were answered by now. */
    long answered() {
        return workers.stream().mapToLong(ReceptionWorker::answered).sum();
    }

    /** Everything that was stored before this moment, by {@link System#nanoTime()}, has been answered. */
    long settledBefore() {
        long now = System.nanoTime();
        return workers.stream()
                        .flatMap(worker -> worker.oldest().stream())
                        .map(arrived -> arrived.at() - now)
                        .reduce(0L, Math::min)
                + now;
    }

    /** For how many nanoseconds no answer has been late or other than it should; empty when none ever was. */
    OptionalLong sinceDoubt() {
        return workers.stream()
                .flatMapToLong(worker -> worker.sinceDoubt().stream())
                .min();
    }

    /** Tells what is proven of the answers. */
    void note(UUID stretch, long since, long until) {
        intake.note(new Intake.Heard(settings.name(), stretch, since, until));
    }

    /** Lets what is in hand finish. */
    void stop() {
        workers.forEach(ReceptionWorker::stop);
    }
}
