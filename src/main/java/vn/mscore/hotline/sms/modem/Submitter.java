package vn.mscore.hotline.sms.modem;

import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.pdu.AddressField;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.Pdu;
import vn.mscore.hotline.sms.pdu.SubmitPdu;
import vn.mscore.hotline.sms.pdu.TextSplitter;
import vn.mscore.hotline.sms.pdu.Validity;

/**
 * Sends one message, part after part. When a later part fails after an earlier one went out, the message as a whole is
 * UNKNOWN: the citizen may hold half of it, and only a person or the retry policy can weigh that.
 */
final class Submitter {
    private static final int BREATH = 2;
    private static final int PART_TRIES = 3;

    private final AtDialogue at;
    private final ErrorCodes codes;
    private final int limit;
    private boolean handedOver;
    private boolean simTrouble;
    /** Whether the answer to a text before may still come. */
    private boolean owed;

    private PortLost lost;

    Submitter(AtDialogue at, ErrorCodes codes, int limit) {
        this.at = at;
        this.codes = codes;
        this.limit = limit;
    }

    /** The loss of the port during the last send, null when there was none: the owner must act on it. */
    PortLost lost() {
        return lost;
    }

    /** Whether the last send failed because of the SIM: full, absent, locked. */
    boolean simTrouble() {
        return simTrouble;
    }

    SendOutcome send(Submission sms) {
        lost = null;
        simTrouble = false;
        List<MessageBody> parts;
        try {
            parts = TextSplitter.split(sms.text(), reference(sms.outboxId()), 8);
        } catch (IllegalArgumentException e) {
            return new SendOutcome(Result.REFUSED, List.of(), e.getMessage());
        }
        List<String> references = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SendOutcome outcome = part(pdu(sms, parts.get(i)), i > 0);
            references.addAll(outcome.references());
            if (outcome.result() != Result.SENT) {
                Result result = i > 0 ? Result.UNKNOWN : outcome.result();
                return new SendOutcome(result, references, outcome.reason(), parts.size(), parts.size());
            }
        }
        return new SendOutcome(Result.SENT, references, "", parts.size(), references.size());
    }

    /** The same message keeps its reference when it is sent again, so that a telephone can complete it. */
    private static int reference(long outboxId) {
        return (int) ((outboxId * 0x9E3779B97F4A7C15L) >>> 56);
    }

    /** A part for the network, which may try as long as the text is worth it. */
    static byte[] pdu(Submission sms, MessageBody part) {
        return SubmitPdu.of(AddressField.of(sms.to().e164()), Validity.of(sms.validity()), part)
                .encode();
    }

    /** One part; a transient failure of a later part is tried again here, because half a message is worse than a wait. */
    private SendOutcome part(byte[] pdu, boolean later) {
        SendOutcome outcome = submit(pdu);
        for (int i = 1; later && i < PART_TRIES && lost == null && outcome.result() == Result.RETRY; i++) {
            at.pause(BREATH);
            outcome = submit(pdu);
        }
        return outcome;
    }

    private SendOutcome submit(byte[] pdu) {
        handedOver = false;
        try {
            return answered(pdu);
        } catch (PortLost e) {
            lost = e;
            return new SendOutcome(handedOver ? Result.UNKNOWN : Result.RETRY, List.of(), e.getMessage());
        }
    }

    private SendOutcome answered(byte[] pdu) {
        if (!at.inPduMode()) {
            at.resync();
            return new SendOutcome(Result.RETRY, List.of(), "no PDU mode");
        }
        forgetLateAnswers();
        AtReply reply = at.submit("AT+CMGS=" + Pdu.tpduLength(pdu), Pdu.hex(pdu), limit, () -> handedOver = true);
        // Before the prompt an answer, good or bad, can be that of a text before.
        boolean refused = !reply.silent() && !reply.ok() && (handedOver || !owed);
        owed = false;
        if (refused) {
            return refused(reply);
        }
        return handedOver ? taken(reply) : noPrompt();
    }

    /** An answer to a text that nobody waits for any more must not be taken for that of the next. */
    private void forgetLateAnswers() {
        Unsolicited late = at.late("+CMGS");
        while (late != null) {
            late = at.late("+CMGS");
        }
    }

    /** Some modems forget the reference, and then nothing but the report is lost. */
    private SendOutcome taken(AtReply reply) {
        String reference = reference(reply.after("+CMGS:").orElse(""));
        if (reference.isEmpty()) {
            return reply.ok() ? new SendOutcome(Result.SENT, List.of(), "") : unanswered();
        }
        return sent(reference);
    }

    /** The number at the start of what stands behind the colon; a time stamp may follow. */
    private static String reference(String value) {
        return value.replaceAll("^(\\d{0,5}).*", "$1");
    }

    private static SendOutcome sent(String reference) {
        return new SendOutcome(Result.SENT, List.of(reference), "");
    }

    /** The text is out of our hands. A late answer may still come while we find back to the modem. */
    private SendOutcome unanswered() {
        at.resync();
        Unsolicited late = at.late("+CMGS");
        owed = late == null;
        return late != null
                ? sent(reference(late.value()))
                : new SendOutcome(Result.UNKNOWN, List.of(), "no answer after the text");
    }

    /** Security row 71. Nothing was handed over, and once the modem answers after ESC nothing can be: safe to send again. */
    private SendOutcome noPrompt() {
        at.resync();
        return new SendOutcome(Result.RETRY, List.of(), "no prompt");
    }

    private SendOutcome refused(AtReply reply) {
        ErrorCodes.Verdict verdict = codes.verdict(reply);
        simTrouble = verdict == ErrorCodes.Verdict.SIM;
        Result result =
                switch (verdict) {
                    case RETRY, SIM -> Result.RETRY;
                    case REFUSED -> Result.REFUSED;
                    case UNKNOWN -> Result.UNKNOWN;
                };
        return new SendOutcome(result, List.of(), reply.why());
    }
}
