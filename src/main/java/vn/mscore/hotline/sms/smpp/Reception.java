package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.Intake;

/**
 * Takes what a centre delivers: the reader of the connection only puts it on a queue and is never kept waiting. One worker
 * stores texts in the order in which they came: what comes closely together is one commit then, whoever sent it. A few
 * others note receipts, one commit each, so that no text waits here behind them.
 */
final class Reception {
    private static final int RECEIPTS = 3;

    private final SmppSettings settings;
    private final Intake intake;
    private final ReceptionWorker texts;
    private final List<ReceptionWorker> receipts = new ArrayList<>();

    Reception(SmppSettings settings, Intake intake, ThreadFactory threads, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.texts = worker(new OwnThread(threads, "smpp-" + settings.name() + "-in"), clock, Gathering.ENOUGH);
        for (int i = 1; i <= RECEIPTS; i++) {
            receipts.add(worker(new OwnThread(threads, "smpp-" + settings.name() + "-receipts-" + i), clock, 1));
        }
        try {
            all().forEach(ReceptionWorker::start);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // Those that run already would run for ever.
            stop();
            throw e;
        }
    }

    private Stream<ReceptionWorker> all() {
        return Stream.concat(Stream.of(texts), receipts.stream());
    }

    private ReceptionWorker worker(OwnThread thread, Clock clock, int enough) {
        return new ReceptionWorker(settings, intake, new ReceptionWorker.Kit(thread, clock, enough));
    }

    /** Puts a deliver_sm or data_sm where it will be stored and answered; a full queue answers at once that it is full. */
    void take(SmppPdu pdu, SmppLink link) {
        Arrived arrived = arrived(pdu, link);
        if (!place(arrived).offer(arrived)) {
            answer(pdu, link, SMPPConstant.STAT_ESME_RMSGQFUL);
        }
    }

    private ReceptionWorker place(Arrived arrived) {
        return arrived.receipt() ? receipts.get(Math.floorMod(arrived.content().hashCode(), RECEIPTS)) : texts;
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
            return new Arrived(pdu, link, System.nanoTime(), delivery.pdu().receipt(), delivery.content());
        } catch (BadPdu | RuntimeException e) {
            // The worker refuses it or keeps it for a person; the connection lives.
            String octets = new String(pdu.kept(), StandardCharsets.ISO_8859_1);
            return new Arrived(pdu, link, System.nanoTime(), false, octets);
        }
    }

    /** How many were answered by now. */
    long answered() {
        return all().mapToLong(ReceptionWorker::answered).sum();
    }

    /** Everything that was stored before this moment, by {@link System#nanoTime()}, has been answered. */
    long settledBefore() {
        long now = System.nanoTime();
        return all().flatMap(worker -> worker.oldest().stream())
                        .map(arrived -> arrived.at() - now)
                        .reduce(0L, Math::min)
                + now;
    }

    /** For how many nanoseconds no answer has been late or other than it should; empty when none ever was. */
    OptionalLong sinceDoubt() {
        return all().flatMapToLong(worker -> worker.sinceDoubt().stream()).min();
    }

    /** Tells what is proven of the answers. */
    void note(UUID stretch, long since, long until) {
        intake.note(new Intake.Heard(settings.name(), stretch, since, until));
    }

    /** Lets what is in hand finish. */
    void stop() {
        all().forEach(ReceptionWorker::stop);
    }
}
