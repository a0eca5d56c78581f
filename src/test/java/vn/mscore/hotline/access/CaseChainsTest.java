package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.CaseChains.Block;
import vn.mscore.hotline.access.CaseChains.Broken;
import vn.mscore.hotline.access.CaseChains.Head;
import vn.mscore.hotline.access.CaseChains.Linked;
import vn.mscore.hotline.access.CaseChains.Verdict;
import vn.mscore.hotline.access.CaseSeals.Noted;

class CaseChainsTest {
    private static final CaseLink FIRST = new CaseLink(
            7, 70, Instant.parse("2026-08-03T02:30:00Z"), "gateway", "register", "", "TIEP_NHAN", "", "", "", 1);
    private static final byte[] HASH = FIRST.chained(null);
    private static final Block WHOLE = new Block(
            List.of(new Head(7, Optional.of("26001234"), 1, HASH)), List.of(new Linked(FIRST, HASH)), List.of());
    private static final Block HALF =
            new Block(List.of(new Head(7, Optional.of("26001234"), 0, null)), WHOLE.entries(), List.of());

    private final CaseChains chains = new CaseChains(Optional.empty(), 0);

    @Test
    void aRunThatNeverWasIsNotCountedUpTo() {
        Noted forged = Noted.read("seal " + "9".repeat(18), "0".repeat(64)).orElseThrow();
        Verdict verdict =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new CaseChains(Optional.of(forged), 3).end());
        assertThat(verdict.sealsFit()).isFalse();
        assertThat(verdict.seals()).isEqualTo(3);
    }

    @Test
    void emptyRunsUntilTheOneThatWasNotedFitAndLaterOnesAreLeftOut() {
        Noted noted = CaseSeals.none().end(5);
        assertThat(new CaseChains(Optional.of(noted), 5).end().whole()).isTrue();
        assertThat(new CaseChains(Optional.of(noted), 6).end().whole()).isTrue();
        assertThat(new CaseChains(Optional.of(noted), 4).end().sealsFit()).isFalse();
    }

    @Test
    void aCaseThatOnlySeemedBrokenIsNotTold() {
        chains.next(HALF, id -> WHOLE);
        assertThat(chains.end()).isEqualTo(new Verdict(1, 0, true, List.of()));
    }

    @Test
    void aCaseThatIsBrokenOrGoneWhenItIsLookedAtAgainIsTold() {
        chains.next(HALF, id -> HALF);
        chains.next(HALF, id -> new Block(List.of(), List.of(), List.of()));
        assertThat(chains.end().broken())
                .containsExactly(new Broken(7, Optional.of("26001234"), 0, 2), new Broken(7, Optional.empty(), 0, 1));
    }
}
