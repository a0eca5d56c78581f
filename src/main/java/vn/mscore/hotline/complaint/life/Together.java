package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.StateTable;
import vn.mscore.hotline.complaint.life.Waiting.By;

/** Whether one answer may answer another case of the cluster too: nobody answers what he cannot see. */
@Singleton
class Together {
    private final StateTable table;
    private final Reach reach;

    @Inject
    Together(StateTable table, Reach reach) {
        this.table = table;
        this.reach = reach;
    }

    /** Others than operators answer for the office that has {@code answered}. */
    boolean mayAnswer(By by, Complaint answered, Complaint other) {
        return by.role() == Role.OPERATOR
                || reach.covers(new Viewer(0, by.login(), by.name(), by.role(), answered.unit(), false), other)
                        && table.next(CaseCommand.ANSWER, by.role(), other.state())
                                .isPresent();
    }
}
