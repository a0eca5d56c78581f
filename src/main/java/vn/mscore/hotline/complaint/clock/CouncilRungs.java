package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.clock.Ladder.Tells;

/** Which rungs of the ladder tell the standing committee of the council. */
@Singleton
public class CouncilRungs {
    private final Ladder ladder;

    /** Reads {@code ladder}. */
    @Inject
    public CouncilRungs(Ladder ladder) {
        this.ladder = ladder;
    }

    /** Their codes. */
    public List<String> codes() {
        return ladder.rungs().stream()
                .filter(rung -> rung.tells() == Tells.COUNCIL)
                .map(Ladder.Rung::code)
                .toList();
    }
}
