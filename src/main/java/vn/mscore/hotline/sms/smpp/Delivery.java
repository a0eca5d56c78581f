package vn.mscore.hotline.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter.Tag;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.ReceivedReport;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.pdu.AddressField;
import vn.mscore.hotline.sms.pdu.DataCoding;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.PduException;
import vn.mscore.hotline.sms.pdu.Udh;

/**
 * A deliver_sm or data_sm told to the {@link Intake} as what it is: a part of a text, or a report.
 *
 * @param settings of the line it came in by
 * @param pdu what came
 * @param raw what is kept of it, {@link SmppPdu#kept()}
 */
record Delivery(SmppSettings settings, DeliverSm pdu, byte[] raw) {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    /** Reads what {@link SmppPdu#kept()} keeps; throws when no code can. */
    static Delivery read(SmppSettings settings, byte[] kept) throws BadPdu {
        return new Delivery(settings, DeliverSm.read(kept), kept);
    }

    /**
     * Stores it; on return it is committed. {@code occurrence} counts equal ones that were no repetitions. Throws what the
     * intake throws when it is not stored.
     */
    Stored tell(Intake intake, int occurrence) throws BadPdu {
        if (!pdu.receipt()) {
            return intake.store(part(occurrence));
        }
        Optional<Receipt> receipt = Receipt.read(pdu);
        receipt.ifPresent(known -> intake.store(report(known)));
        if (receipt.isEmpty()) {
            intake.quarantine(settings.name(), "a receipt without id or state", raw);
        }
        return Stored.NEW;
    }

    /** Who it is from, {@link AddressField#party}. */
    String sender() {
        return AddressField.party(pdu.sourceTon(), pdu.source().strip());
    }

    private ReceivedReport report(Receipt receipt) {
        if (receipt.status() == Receipt.UNHEARD_OF) {
            LOG.log(Level.INFO, "line {0}: a receipt with a state that we do not know", settings.name());
        }
        String reference = receipt.reference(settings.ids());
        return new ReceivedReport(
                settings.name(),
                reference,
                sender(),
                receipt.status(),
                receipt.doneAt(),
                raw,
                Optional.of(receipt.otherReference(settings.ids())).filter(other -> !other.equals(reference)));
    }

    /** The part of a text that it is, when it is no receipt. */
    ReceivedPart part(int occurrence) throws BadPdu {
        MessageBody body = body();
        if (!body.oddities().isEmpty()) {
            LOG.log(Level.INFO, "line {0}: odd message, {1}", new Object[] {settings.name(), body.oddities()});
        }
        return new ReceivedPart(
                settings.name(),
                settings.name(),
                sender(),
                body.text(),
                body.halfSurrogates(),
                machine(body) ? ReceivedPart.Kind.MACHINE : ReceivedPart.Kind.TEXT,
                concat(body),
                Optional.empty(),
                reference() + (occurrence == 0 ? "" : "#" + occurrence),
                raw);
    }

    /** The sender's own number for it, when the centre hands it on (5.3.2.17): two with different ones are two. */
    private String reference() {
        return pdu.number(Tag.USER_MESSAGE_REFERENCE)
                .map(number -> "ref" + number)
                .orElse("");
    }

    /** What the inbox knows a text by, but for the hour and the occurrence: the same words in other octets are the same. */
    String content() throws BadPdu {
        MessageBody body = body();
        String concat = concat(body).map(Concat::toString).orElse("");
        return String.join("\u001f", sender(), reference(), concat, machine(body) ? "machine" : "text", body.text());
    }

    private MessageBody body() throws BadPdu {
        try {
            MessageBody body = OctetText.read(kind(), pdu.withHeader(), pdu.octets());
            return pdu.coding() > 0x0F && body.readable() ? body.withCoding(new DataCoding(pdu.coding())) : body;
        } catch (PduException e) {
            throw new BadPdu(SMPPConstant.STAT_ESME_RINVMSGLEN, e.getMessage());
        }
    }

    /**
     * data_coding (SMPP 3.4 5.2.19); from 0x10 on it is the TP-DCS of GSM. What is marked as octets stays octets; of reserved
     * values and of alphabets nobody writes here, so does what is not plainly letters.
     */
    private OctetText.Kind kind() {
        return switch (pdu.coding()) {
            case 0x00 -> settings.alphabet();
            case 0x01, 0x03 -> OctetText.Kind.LATIN1;
            case 0x08 -> OctetText.Kind.UCS2;
            case 0x02, 0x04 -> OctetText.Kind.BINARY;
            case 0x0B, 0x0C, 0x0F -> printable() ? settings.alphabet() : OctetText.Kind.BINARY;
            default -> pdu.coding() > 0x0F ? gsm(new DataCoding(pdu.coding())) : foreign();
        };
    }

    /** JIS, Cyrillic, Hebrew, Kanji, Korean: their printable ASCII is that of everybody. */
    private OctetText.Kind foreign() {
        return printable() ? OctetText.Kind.LATIN1 : OctetText.Kind.BINARY;
    }

    private boolean printable() {
        String octets = new String(pdu.octets(), StandardCharsets.ISO_8859_1);
        return !pdu.withHeader() && octets.matches("[ -~\\r\\n]+");
    }

    private OctetText.Kind gsm(DataCoding coding) {
        if (coding.compressed()) {
            return OctetText.Kind.BINARY;
        }
        return switch (coding.alphabet()) {
            case GSM7 -> settings.alphabet();
            case UCS2 -> OctetText.Kind.UCS2;
            case EIGHT_BIT -> OctetText.Kind.BINARY;
        };
    }

    private boolean machine(MessageBody body) {
        return pdu.has(Tag.DESTINATION_PORT)
                || pdu.has(Tag.SOURCE_PORT)
                || pdu.fromDevice()
                || Receipt.looksLike(body.text())
                || DeliverPdu.fromMachine(pdu.protocol(), body);
    }

    /** By the header, else by the SAR parameters. A set of one, and a set that cannot be, is a message of its own. */
    private Optional<Concat> concat(MessageBody body) {
        Optional<Udh.Concat> written = body.header().concat().or(this::sar);
        return written.filter(concat -> concat.possible() && concat.total() > 1)
                .map(concat -> new Concat(concat.reference(), concat.bits(), concat.total(), concat.number()));
    }

    private Optional<Udh.Concat> sar() {
        return pdu.number(Tag.SAR_MSG_REF_NUM)
                .map(reference -> new Udh.Concat(
                        reference & 0xFFFF,
                        16,
                        pdu.number(Tag.SAR_TOTAL_SEGMENTS).orElse(0) & 0xFF,
                        pdu.number(Tag.SAR_SEGMENT_SEQNUM).orElse(0) & 0xFF));
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "Delivery[" + settings.name() + ", " + pdu + "]";
    }
}
