package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.sms.Intake;

/**
 * Takes what a centre delivers: the reader of the connection only puts it on a queue and is never kept waiting. One worker
 * stores texts in the order in which they came: what comes closely together is one commit then, whoever sent it. Another
 * notes receipts, behind which no text has to wait.
 */
final class Reception {
    private final SmppSettings settings;
    private final Intake intake;
    private final ReceptionWorker texts;
    private final ReceptionWorker receipts;

    Reception(SmppSettings settings, Intake intake, ThreadFactory threads, Clock clock) {
        this.settings = settings;
        this.intake = intake;
        this.texts = worker(new OwnThread(threads, "smpp-" + settings.name() + "-in"), clock, Gathering.ENOUGH);
        this.receipts = worker(new OwnThread(threads, "smpp-" + settings.name() + "-receipts"), clock, 1);
        try {
            texts.start();
            receipts.start();
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // One that runs already would run for ever.
            stop();
            throw e;
        }
    }

    private ReceptionWorker worker(OwnThread thread, Clock clock, int enough) {
        return new ReceptionWorker(settings, intake, new ReceptionWorker.Kit(thread, clock, enough));
    }

    /** Puts a deliver_sm or data_sm where it will be stored and answered; a full queue answers at once that it is full. */
    void take(SmppPdu pdu, SmppLink link) {
        Arrived arrived = arrived(pdu, link);
        if (!(arrived.receipt() ? receipts : texts).offer(arrived)) {
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
            return new Arrived(pdu, link, System.nanoTime(), delivery.pdu().receipt(), delivery.content());
        } catch (BadPdu | RuntimeException e) {
            // The worker refuses it or keeps it for a person; the connection lives.
            String octets = new String(pdu.kept(), StandardCharsets.ISO_8859_1);
            return new Arrived(pdu, link, System.nanoTime(), false, octets);
        }
    }

    /** How many were answered by now. */
    long answered() {
        return texts.answered() + receipts.answered();
    }

    /** Everything that was stored before this moment, by {@link System#nanoTime()}, has been answered. */
    long settledBefore() {
        long now = System.nanoTime();
        return Stream.of(texts, receipts)
                        .flatMap(worker -> worker.oldest().stream())
                        .map(arrived -> arrived.at() - now)
                        .reduce(0L, Math::min)
                + now;
    }

    /** For how many nanoseconds no answer has been late or other than it should; empty when none ever was. */
    OptionalLong sinceDoubt() {
        return Stream.of(texts, receipts)
                .flatMapToLong(worker -> worker.sinceDoubt().stream())
                .min();
    }

    /** Tells what is proven of the answers. */
    void note(UUID stretch, long since, long until) {
        intake.note(new Intake.Heard(settings.name(), stretch, since, until));
    }

    /** Lets what is in hand finish. */
    void stop() {
        texts.stop();
        receipts.stop();
    }
}
