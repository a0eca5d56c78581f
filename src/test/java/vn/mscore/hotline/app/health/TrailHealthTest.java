package vn.mscore.hotline.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.access.HeadWitness;

class TrailHealthTest {
    private static final Optional<Instant> MORNING = Optional.of(Instant.parse("2026-08-17T02:30:00Z"));
    private static final String STAY = "do not leave this machine: hotline.audit.witness is not set";
    private static final String NONE = "none was taken yet";
    private static final String TAKEN = "taken by the witness, made at 2026-08-17T02:30:00Z";
    private static final String WHY = "the witness takes no heads of the audit trail";

    private record Said(boolean isNamed, Optional<Instant> taken, boolean isBehind) implements HeadWitness {}

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("no witness", new Said(false, Optional.empty(), false), STAY, ""),
                Arguments.of("before the first line", new Said(true, Optional.empty(), false), NONE, ""),
                Arguments.of("all is well", new Said(true, MORNING, false), TAKEN, ""),
                Arguments.of("never took one", new Said(true, Optional.empty(), true), NONE, WHY),
                Arguments.of("silent", new Said(true, MORNING, true), TAKEN, WHY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    @SuppressWarnings("unchecked")
    void saysWhetherHeadsLeaveThisMachine(String name, HeadWitness said, String heads, String why) {
        Instance<HeadWitness> witness = mock(Instance.class);
        when(witness.get()).thenReturn(said);
        TrailHealth health = new TrailHealth(witness);
        assertThat(health.heads()).isEqualTo(heads);
        assertThat(health.fault()).isEqualTo(why);
    }
}
