package vn.mscore.hotline.sms.smpp;

import java.util.Set;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** What a command_status that is not zero means for a submission (SMPP 3.4 5.1.3). */
final class SubmitStatus {
    /** Something about this very message that will not change. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RINVSRCADR,
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RINVESMCLASS,
            SMPPConstant.STAT_ESME_RINVTLVSTREAM,
            SMPPConstant.STAT_ESME_RTLVNOTALLWD,
            SMPPConstant.STAT_ESME_RINVTLVLEN);

    private static final Set<Integer> PACE = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    private SubmitStatus() {}

    /** Refused for good, or not taken now; what we do not know is tried again until the message is too old. */
    static Result result(int status) {
        return FOR_GOOD.contains(status) ? Result.REFUSED : Result.RETRY;
    }

    /** Whether the centre asks for a slower pace. */
    static boolean pace(int status) {
        return PACE.contains(status);
    }
}
