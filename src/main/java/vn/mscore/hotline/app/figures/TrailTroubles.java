package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import vn.mscore.hotline.access.HeadWitness;
import vn.mscore.hotline.access.RightsChanges;
import vn.mscore.hotline.app.figures.Alarms.Kind;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.watch.Trouble;

/**
 * What the audit trail makes somebody look at: rights that were changed within the hour, each kind of deed by itself so that
 * one does not hide another, and heads that do not leave this node.
 */
@Singleton
public class TrailTroubles {
    private static final Duration LASTS = Duration.ofHours(1);

    private final RightsChanges changes;
    private final HeadWitness witness;
    private final NodeName node;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public TrailTroubles(RightsChanges changes, HeadWitness witness, NodeName node, Clock clock) {
        this.changes = changes;
        this.witness = witness;
        this.node = node;
        this.clock = clock;
    }

    /** What is wrong now. */
    Set<Trouble> now() {
        Set<Trouble> troubles = new HashSet<>();
        for (String deed : changes.since(clock.instant().minus(LASTS))) {
            troubles.add(new Trouble(AlarmLevels.label(Kind.RIGHTS_CHANGED), deed, 1));
        }
        if (witness.isBehind()) {
            troubles.add(new Trouble(AlarmLevels.label(Kind.WITNESS_BEHIND), node.label(), 1));
        }
        return troubles;
    }
}
