package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.watch.Trouble;

class TrailTroublesTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final TreeMap<Instant, String> deeds = new TreeMap<>();
    private final SaidWitness witness = new SaidWitness();
    private final TrailTroubles troubles = new TrailTroubles(
            from -> Set.copyOf(deeds.tailMap(from).values()),
            witness,
            new NodeName(key -> Optional.of("may-1").filter(name -> key.equals(NodeName.KEY))),
            clock);

    @Test
    void eachKindOfChangedRightsIsATroubleOfItsOwnForAnHour() {
        assertThat(troubles.now()).isEmpty();
        deeds.put(clock.instant(), "account.created");
        clock.advance(Duration.ofMinutes(40));
        deeds.put(clock.instant(), "api-key.created");
        assertThat(troubles.now()).containsExactlyInAnyOrder(changed("account.created"), changed("api-key.created"));
        clock.advance(Duration.ofMinutes(21));
        assertThat(troubles.now()).containsExactly(changed("api-key.created"));
        clock.advance(Duration.ofMinutes(40));
        assertThat(troubles.now()).isEmpty();
    }

    private static Trouble changed(String deed) {
        return new Trouble("rights-changed", deed, 1);
    }

    @Test
    void aWitnessThatTakesNoHeadsIsATroubleOfThisNode() {
        witness.behind = true;
        assertThat(troubles.now()).containsExactly(new Trouble("witness-behind", "may-1", 1));
        witness.behind = false;
        assertThat(troubles.now()).isEmpty();
    }
}
