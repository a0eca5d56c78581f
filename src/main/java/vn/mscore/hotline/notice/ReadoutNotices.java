package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.Hearings;
import vn.mscore.hotline.switchboard.ReadoutDone;

/** What came of a read-out, told to the case: silence counts from the day its citizen was asked. */
@Singleton
public class ReadoutNotices {
    private final Hearings hearings;

    /** Tells {@code hearings}. */
    @Inject
    ReadoutNotices(Hearings hearings) {
        this.hearings = hearings;
    }

    void done(@Observes ReadoutDone fact) {
        switch (fact.outcome()) {
            case REACHED, NO_NEED -> hearings.heard(fact.readout().ticket(), fact.by());
            case NOT_REACHED, WRONG_NUMBER -> hearings.missed(fact.readout().ticket(), fact.by());
        }
    }
}
