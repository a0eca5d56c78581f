package vn.mscore.hotline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
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
            7, 70, Instant.parse("2026-08-03T02:30:00Z"), "gateway", "register", "", "TIEP_NHAN", "", "", "", 1, "");
    private static final byte[] HASH = FIRST.chained(null);
    private static final Block WHOLE = new Block(
            List.of(new Head(7, Optional.of("26001234"), 1, HASH)),
            List.of(new Linked(FIRST, HASH)),
            List.of(),
            List.of());
    private static final Block HALF =
            new Block(List.of(new Head(7, Optional.of("26001234"), 0, null)), WHOLE.entries(), List.of(), List.of());

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

    /** Entries of earlier versions keep the hash they were written with. */
    @Test
    void anEntryWithNothingWrittenHasTheHashOfTheFirstVersion() {
        assertThat(HexFormat.of().formatHex(HASH))
                .isEqualTo("8446244cefd5316b7f9b148877e9efa9314ec59bbc09ad956237715ce7cc3c1e");
    }

    private static Block saying(CaseWords told, CaseWords... found) {
        CaseLink link = new CaseLink(
                7, 70, FIRST.at(), "hoa", "note", "", "TIEP_NHAN", "", "", "", 1, CaseWords.digest(List.of(told)));
        byte[] hash = link.chained(null);
        return new Block(
                List.of(new Head(7, Optional.of("26001234"), 1, hash)),
                List.of(new Linked(link, hash)),
                List.of(),
                List.of(found));
    }

    private static CaseWords words(int version, String login, String text) {
        return words(version, login, text, "KS-UBND");
    }

    private static CaseWords words(int version, String login, String text, String unit) {
        return new CaseWords(
                7,
                version,
                "complaint_note",
                700,
                "REASON",
                FIRST.at(),
                login,
                "Hoa",
                "OPERATOR",
                unit,
                CaseWords.proof(text));
    }

    @Test
    void wordsThatAreNotThoseOfTheirEntryAreTold() {
        CaseWords told = words(1, "hoa", "chờ vật tư");
        List<Broken> none = List.of();
        List<Broken> changed = List.of(new Broken(7, Optional.of("26001234"), 70, 1, false));
        List<Broken> putIn = List.of(new Broken(7, Optional.of("26001234"), 0, 2, true));
        record Row(String what, CaseWords[] found, List<Broken> broken) {}
        for (Row row : List.of(
                new Row("as they were", new CaseWords[] {told}, none),
                new Row("gone", new CaseWords[0], changed),
                new Row("changed", new CaseWords[] {words(1, "hoa", "chờ vật tư.")}, changed),
                new Row("of somebody else", new CaseWords[] {words(1, "lan", "chờ vật tư")}, changed),
                new Row("of another office", new CaseWords[] {words(1, "hoa", "chờ vật tư", "QT-UBND")}, changed),
                new Row("twice", new CaseWords[] {told, told}, changed),
                new Row("of another entry", new CaseWords[] {words(2, "hoa", "chờ vật tư")}, changed),
                new Row("and some of no entry", new CaseWords[] {told, words(-1, "hoa", "khác")}, putIn))) {
            CaseChains all = new CaseChains(Optional.empty(), 0);
            all.next(saying(told, row.found()));
            assertThat(all.end().broken()).as(row.what()).isEqualTo(row.broken());
        }
    }

    @Test
    void aCaseThatOnlySeemedBrokenIsNotTold() {
        chains.next(HALF, id -> WHOLE);
        assertThat(chains.end()).isEqualTo(new Verdict(1, 0, true, List.of()));
    }

    @Test
    void aCaseThatIsBrokenOrGoneWhenItIsLookedAtAgainIsTold() {
        chains.next(HALF, id -> HALF);
        chains.next(HALF, id -> new Block(List.of(), List.of(), List.of(), List.of()));
        assertThat(chains.end().broken())
                .containsExactly(
                        new Broken(7, Optional.of("26001234"), 0, 2, false),
                        new Broken(7, Optional.empty(), 0, 1, false));
    }
}
