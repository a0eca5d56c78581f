package vn.mscore.hotline.sms.modem;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.Oddity;
import vn.mscore.hotline.sms.pdu.Pdu;
import vn.mscore.hotline.sms.pdu.PduException;
import vn.mscore.hotline.sms.pdu.StatusReportPdu;
import vn.mscore.hotline.sms.pdu.Udh;

/**
 * One line of hex as a modem gave it, told to the {@link Intake} as what it is: a part of a text, a report, or something
 * no code can read.
 *
 * @param line name of the line
 * @param simIdentity IMSI, or the line's name
 * @param hex as it came
 */
record ReceivedPdu(String line, String simIdentity, String hex) {
    private static final Logger LOG = Logger.getLogger(ReceivedPdu.class.getName());

    /** What was kept for a person: the hex as it came, or its octets; of the SIM {@code simIdentity}. */
    static ReceivedPdu kept(String line, String simIdentity, byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        return new ReceivedPdu(
                line,
                simIdentity,
                text.matches("[0-9A-Fa-f]*") ? text : HexFormat.of().formatHex(raw));
    }

    /** What came, octet by octet, even when it is no hex. */
    byte[] raw() {
        return hex.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Throws what the intake throws, and nothing because of the PDU. */
    void tell(Intake intake) {
        byte[] octets = raw();
        try {
            octets = Pdu.octets(hex);
            Failpoint.hit("sms.afterParse");
            switch (Pdu.kind(octets)) {
                case DELIVER -> intake.store(part(DeliverPdu.decode(octets), octets));
                case STATUS_REPORT -> intake.store(report(StatusReportPdu.decode(octets), octets));
                case SUBMIT -> intake.quarantine(line, "an outgoing message in the storage", octets);
            }
        } catch (PduException e) {
            intake.quarantine(line, e.getMessage(), octets);
        }
    }

    private Intake.ReceivedPart part(DeliverPdu pdu, byte[] octets) {
        logOddities(pdu);
        return new Intake.ReceivedPart(
                line,
                simIdentity,
                pdu.sender().party(),
                pdu.body().text(),
                pdu.body().halfSurrogates(),
                pdu.fromMachine() ? Intake.ReceivedPart.Kind.MACHINE : Intake.ReceivedPart.Kind.TEXT,
                pdu.body().header().concat().flatMap(ReceivedPdu::concat),
                pdu.sentAt().time().map(OffsetDateTime::toInstant),
                pdu.sentAt().hex(),
                octets);
    }

    private void logOddities(DeliverPdu pdu) {
        Set<Oddity> odd = new TreeSet<>(pdu.body().oddities());
        if (pdu.sentAt().time().isEmpty()) {
            odd.add(Oddity.TIMESTAMP_UNREADABLE);
        }
        if (!odd.isEmpty()) {
            LOG.log(Level.INFO, "line {0}: odd message, {1}", new Object[] {line, odd});
        }
    }

    /** A set of one, and a set that cannot be, is a message of its own. */
    private static Optional<Intake.Concat> concat(Udh.Concat concat) {
        return concat.possible() && concat.total() > 1
                ? Optional.of(new Intake.Concat(concat.reference(), concat.bits(), concat.total(), concat.number()))
                : Optional.empty();
    }

    private Intake.ReceivedReport report(StatusReportPdu pdu, byte[] octets) {
        return new Intake.ReceivedReport(
                line,
                Integer.toString(pdu.reference()),
                pdu.recipient().party(),
                pdu.status(),
                pdu.dischargedAt().time().map(OffsetDateTime::toInstant),
                octets);
    }

    /** The hex of a number or text stays out of logs. */
    @Override
    public String toString() {
        return "ReceivedPdu[" + line + ", " + hex.length() + " characters]";
    }
}
