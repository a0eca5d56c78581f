package vn.mscore.hotline.sms.smpp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.LastIntake;
import vn.mscore.hotline.sms.Never;

/**
 * Octets of a centre that lies (security rows 78 to 81): read or refused with a status, and nothing else. In {@code verify}
 * over the inputs beside it, with {@code -Pfuzz} over new ones.
 */
@Timeout(20)
class SmppFuzzTest {
    private static final List<SmppSettings> LINES = SmppSettings.read(setting -> Optional.ofNullable(Map.of(
                    "hotline.sms.smpp", "gsm=smpp://u@127.0.0.1:1,latin=smpp://u@127.0.0.1:1",
                    "hotline.sms.smpp.latin.alphabet", "latin1",
                    "hotline.sms.smpp.latin.ids", "submit-hex")
            .get(setting)));

    /** Room for classes that are loaded and forms that are compiled the first time. */
    private static final long FIRST_TIME = 8 << 20;

    private static final long PER_OCTET = 1_000;
    private static final int LONGEST_SENDER = 64 + 2;
    private static final int LONGEST_ID = 65;
    private static final Set<Integer> FATES = Set.of(0x00, 0x30, 0x3F, 0x42, 0x43, 0x46, 0x48);

    @FuzzTest
    void connections(byte[] octets) throws Exception {
        long before = allocated();
        List<SmppPdu> pdus = pdus(octets);
        Never.unless(allocated() - before < FIRST_TIME + PER_OCTET * octets.length, "more memory than was sent");
        Never.unless(pdus.size() <= octets.length / SmppPdu.HEADER, "more than came");
        Told peer = new Told(octets);
        List<SmppPdu> requests = new ArrayList<>();
        SmppLink link = new SmppLink(new SmppSocket(peer, peer));
        AtomicInteger unasked = new AtomicInteger();
        link.read(requests::add, unasked::incrementAndGet);
        Never.unless(!link.open(), "an end that is not seen");
        List<SmppPdu> asked = pdus.stream().filter(pdu -> !pdu.answer()).toList();
        Never.unless(requests.size() == asked.size(), "a fault in reading");
        Never.unless(unasked.get() == pdus.size() - asked.size(), "an answer somebody waited for");
        requests.forEach(SmppFuzzTest::handled);
        pdus.forEach(SmppPdu::text);
    }

    /** What a connection brings before its end, each again as it came. */
    private static List<SmppPdu> pdus(byte[] octets) throws IOException {
        List<SmppPdu> pdus = new ArrayList<>();
        ByteArrayInputStream left = new ByteArrayInputStream(octets);
        DataInputStream in = new DataInputStream(left);
        int at = 0;
        while (true) {
            try {
                pdus.add(SmppPdu.read(in));
            } catch (IOException e) {
                return pdus;
            }
            int end = octets.length - left.available();
            byte[] body = pdus.get(pdus.size() - 1).body();
            Never.unless(body.length <= SmppPdu.LONGEST - SmppPdu.HEADER, "longer than any");
            Never.unless(end - at == SmppPdu.HEADER + body.length, "not its length");
            at = end;
        }
    }

    private static void handled(SmppPdu pdu) {
        deliveries(pdu.kept(), LINES.get(0));
    }

    @FuzzTest
    void deliveries(byte[] octets) {
        LINES.forEach(line -> deliveries(octets, line));
    }

    private static void deliveries(byte[] octets, SmppSettings line) {
        LastIntake intake = new LastIntake();
        try {
            Delivery delivery = Delivery.read(line, octets);
            delivery.tell(intake, 0);
            Never.unless(intake.count() == 1, "kept nowhere or twice");
            check(intake, delivery);
        } catch (BadPdu e) {
            Never.unless(e.status() != 0 && !e.getMessage().isEmpty(), "refused without a reason");
            Never.unless(intake.count() == 0, "refused and kept");
        }
    }

    private static void check(LastIntake intake, Delivery delivery) throws BadPdu {
        if (intake.part() != null) {
            ReceivedPart part = intake.part();
            int octets = delivery.pdu().octets().length;
            Never.unless(part.text().length() <= 2 * octets, "more characters than came");
            Never.unless(delivery.content().endsWith(part.text()), "equal to one with other words");
            Never.unless(part.sender().length() <= LONGEST_SENDER, "a sender longer than any");
            part.concat()
                    .ifPresent(concat -> Never.unless(
                            concat.total() > 1 && concat.number() >= 1 && concat.number() <= concat.total(),
                            "a set that cannot be"));
        } else if (intake.report() != null) {
            Never.unless(FATES.contains(intake.report().status()), "a fate that is none");
            String id = intake.report().reference();
            Never.unless(!id.isBlank() && id.length() <= 2 * LONGEST_ID, "an id that is none");
        }
    }

    @FuzzTest
    void receipts(byte[] octets) {
        DeliverSm pdu = new DeliverSm(1, "84912345678", 0x04, 0, 0, octets, Map.of());
        Receipt.read(pdu).ifPresent(receipt -> {
            Never.unless(FATES.contains(receipt.status()), "a fate that is none");
            Never.unless(!receipt.id().isBlank() && receipt.id().length() <= LONGEST_ID, "an id that is none");
            for (MessageIds ids : MessageIds.values()) {
                Never.unless(!receipt.reference(ids).isBlank(), "an id that gets lost");
                Never.unless(!receipt.otherReference(ids).isBlank(), "another id that gets lost");
            }
        });
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** A connection whose other side has said all it will say. */
    private static final class Told extends Socket {
        private final InputStream in;
        private final OutputStream out = new ByteArrayOutputStream();

        Told(byte[] octets) {
            in = new ByteArrayInputStream(octets);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }
    }
}
