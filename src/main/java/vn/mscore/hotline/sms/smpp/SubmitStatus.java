package vn.mscore.hotline.sms.smpp;

import java.util.Set;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** What a command_status that is not zero means for a submission (SMPP 3.4 5.1.3). */
enum SubmitStatus {
    /** Something about this very message that will not change: its recipient, its length, a rejection by the receiver. */
    FOR_GOOD(Result.REFUSED),
    /** Something that is alike in all our messages: sender, account, fields and parameters. A person must act. */
    OURS(Result.RETRY),
    /** The centre asks for a slower pace. */
    PACE(Result.RETRY),
    /** Not taken now; what we do not know is tried again until the message is too old. */
    LATER(Result.RETRY);

    private static final Set<Integer> ABOUT_THE_MESSAGE = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RX_P_APPN,
            SMPPConstant.STAT_ESME_RX_R_APPN);

    /** A validity period too: it is written by a rule of ours, and gets shorter from try to try. */
    private static final Set<Integer> ABOUT_US = Set.of(
            SMPPConstant.STAT_ESME_RINVCMDID,
            SMPPConstant.STAT_ESME_RINVPRTFLG,
            SMPPConstant.STAT_ESME_RINVREGDLVFLG,
            SMPPConstant.STAT_ESME_RINVSRCADR,
            SMPPConstant.STAT_ESME_RBINDFAIL,
            SMPPConstant.STAT_ESME_RINVPASWD,
            SMPPConstant.STAT_ESME_RINVSYSID,
            SMPPConstant.STAT_ESME_RINVSERTYP,
            SMPPConstant.STAT_ESME_RINVESMCLASS,
            SMPPConstant.STAT_ESME_RINVSRCTON,
            SMPPConstant.STAT_ESME_RINVSRCNPI,
            SMPPConstant.STAT_ESME_RINVSYSTYP,
            SMPPConstant.STAT_ESME_RINVREPFLAG,
            SMPPConstant.STAT_ESME_RINVSCHED,
            SMPPConstant.STAT_ESME_RINVEXPIRY,
            SMPPConstant.STAT_ESME_RINVDFTMSGID,
            SMPPConstant.STAT_ESME_RINVTLVSTREAM,
            SMPPConstant.STAT_ESME_RTLVNOTALLWD,
            SMPPConstant.STAT_ESME_RINVTLVLEN,
            SMPPConstant.STAT_ESME_RMISSINGTLV,
            SMPPConstant.STAT_ESME_RINVTLVVAL);

    private static final Set<Integer> ABOUT_THE_PACE =
            Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    private final Result result;

    SubmitStatus(Result result) {
        this.result = result;
    }

    /** What {@code status} means. */
    static SubmitStatus of(int status) {
        if (ABOUT_THE_MESSAGE.contains(status)) {
            return FOR_GOOD;
        }
        if (ABOUT_US.contains(status)) {
            return OURS;
        }
        return ABOUT_THE_PACE.contains(status) ? PACE : LATER;
    }

    /** What becomes of the message. */
    Result result() {
        return result;
    }
}
