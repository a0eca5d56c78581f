package vn.mscore.hotline.sms.smpp;

import java.io.IOException;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/** The centre does not let us in. */
final class BindRefused extends IOException {
    private static final long serialVersionUID = 1;
    private static final Set<Integer> FOR_PEOPLE = Set.of(
            SMPPConstant.STAT_ESME_RBINDFAIL, SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID);

    private final int status;

    BindRefused(int status) {
        super("refused by the message centre, SMPP status 0x%08X".formatted(status));
        this.status = status;
    }

    /** Whether only a person can help: wrong user or password, an account that is closed. */
    boolean forPeople() {
        return FOR_PEOPLE.contains(status);
    }
}
