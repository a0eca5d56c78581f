package vn.mscore.hotline.sms.smpp;

import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.PDUComposer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.pdu.DataCoding;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.Udh;
import vn.mscore.hotline.sms.smpp.SmppForm.Type;

/**
 * A part of ours as a submit_sm (SMPP 3.4 4.4.1), with a receipt asked for.
 *
 * @param settings of the line
 * @param to whom
 * @param part what
 * @param validity for how long the centre may try, as it is written
 */
record SubmitSm(SmppSettings settings, PhoneNumber to, MessageBody part, String validity) {
    private static final byte NAME = 5;
    private static final byte HEADER = 0x40;
    private static final byte UCS2 = 0x08;
    private static final byte RECEIPT = 1;
    private static final byte NONE = 0;

    byte[] compose(PDUComposer composer, int sequence) throws PDUStringException {
        String sender = settings.sender();
        SmppForm form = settings.form();
        Type source = form.source().orElseGet(() -> shape(sender));
        boolean sar = settings.sar() && concat() != null;
        MessageBody body = sar ? bare() : part;
        return composer.submitSm(
                sequence,
                form.serviceType(),
                source.ton(),
                source.npi(),
                sender.replace("+", ""),
                form.destination().ton(),
                form.destination().npi(),
                to.e164().substring(1),
                sar || concat() == null ? NONE : HEADER,
                NONE,
                NONE,
                "",
                validity,
                RECEIPT,
                NONE,
                part.coding().alphabet() == DataCoding.Alphabet.UCS2 ? UCS2 : NONE,
                NONE,
                OctetText.write(body, settings.alphabet()),
                sar ? segments() : new OptionalParameter[0]);
    }

    /** A number of ours in full, a short code or nothing (unknown), or a name. */
    private static Type shape(String sender) {
        if (sender.startsWith("+")) {
            return Type.of(Type.INTERNATIONAL, Type.ISDN);
        }
        return Type.of(sender.matches("[0-9]*") ? NONE : NAME, NONE);
    }

    private Udh.Concat concat() {
        return part.header().concat().orElse(null);
    }

    private MessageBody bare() {
        return part.coding().alphabet() == DataCoding.Alphabet.UCS2
                ? MessageBody.ucs2(part.text(), Udh.NONE)
                : MessageBody.gsm7(part.text(), Udh.NONE);
    }

    private OptionalParameter[] segments() {
        return new OptionalParameter[] {
            new OptionalParameter.Sar_msg_ref_num((short) concat().reference()),
            new OptionalParameter.Sar_segment_seqnum((byte) concat().number()),
            new OptionalParameter.Sar_total_segments((byte) concat().total())
        };
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "SubmitSm[" + settings.name() + ", " + part + "]";
    }
}
