package vn.mscore.hotline.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.score.RecordScore.Channel;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.score.RecordScore.Outcome;
import vn.mscore.hotline.score.RecordScore.Proof;
import vn.mscore.hotline.score.jpa.OneScorePerDossier;
import vn.mscore.hotline.score.jpa.SqlScores;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

class RecordScoreIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final DossierCode CODE = new DossierCode("H50.15-260814-0012");
    private static final Outcome FIRST = new Outcome(Optional.empty(), false, false);
    private static final Outcome REPLACED = new Outcome(Optional.empty(), true, false);

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final OneDossier dossiers = new OneDossier();
    private final List<Object> facts = new ArrayList<>();
    private House house;
    private RecordScore scores;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        scores = new OneScorePerDossier(
                house.get(SqlScores.class), dossiers, facts::add, clock, key -> Optional.empty());
        dossiers.put(CODE, DossierStatus.RETURNED, Optional.of(clock.instant()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Outcome mark(int points) {
        return mark(CODE, points);
    }

    private Outcome mark(DossierCode code, int points) {
        return house.tx(() -> scores.record(new NewScore(LAN, code, points, Channel.SMS, Proof.REGISTERED_PHONE)));
    }

    private static Optional<String> refusal(Outcome outcome) {
        return outcome.refused().map(Reason::code);
    }

    @ParameterizedTest(name = "row 23: {0} is out of range")
    @ValueSource(ints = {0, -1, 11, 99999999})
    void row23PointsOutOfRangeShouldBeRefused(int points) {
        assertThat(refusal(mark(points))).contains("score.range");
        assertThat(items()).isEmpty();
    }

    @Test
    void row24SecondScoreShouldReplaceTheFirstAndTheHistoryBeKept() {
        assertThat(mark(8)).isEqualTo(FIRST);
        clock.advance(Duration.ofDays(6));
        assertThat(mark(3)).isEqualTo(REPLACED);
        assertThat(items()).extracting(ScoreFeed.Item::points).containsExactly(3);
        assertThat(count("score")).isEqualTo(1);
        assertThat(count("score_history where points = 8")).isEqualTo(1);
        assertThat(facts).extracting(fact -> ((ScoreRecorded) fact).replaced()).containsExactly(false, true);
    }

    @Test
    void onlyMarksThatWaitForALookOrDidAreNewsOfTheirList() {
        List.of(8, 3, 9, 10).forEach(this::mark);
        assertThat(facts).extracting(fact -> ((ScoreRecorded) fact).listed()).containsExactly(false, true, true, false);
    }

    @Test
    void scoreShouldStandAfterSevenDays() {
        mark(8);
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(refusal(mark(3))).contains("score.not-eligible");
        assertThat(items()).extracting(ScoreFeed.Item::points).containsExactly(8);
    }

    @Test
    void row25DossierNotYetReturnedShouldBeKeptApart() {
        dossiers.put(CODE, DossierStatus.PROCESSING, Optional.empty());
        assertThat(mark(2)).isEqualTo(new Outcome(Optional.empty(), false, true));
        assertThat(hasScored()).isFalse();
        assertThat(items()).extracting(ScoreFeed.Item::weight).containsExactly(0.0);
        dossiers.put(CODE, DossierStatus.RETURNED, Optional.of(clock.instant()));
        assertThat(mark(9)).isEqualTo(FIRST);
        assertThat(hasScored()).isTrue();
        assertThat(items()).extracting(ScoreFeed.Item::points).containsExactly(2, 9);
    }

    @Test
    void row25UnknownDossierAndOneReturnedThirtyOneDaysAgoShouldBeRefusedAlike() {
        Outcome unknown = mark(new DossierCode("H50.15-260814-0099"), 8);
        clock.advance(Duration.ofDays(31));
        assertThat(mark(8)).isEqualTo(unknown);
        assertThat(refusal(unknown)).contains("score.not-eligible");
        assertThat(count("score")).isZero();
    }

    @Test
    void sixthDossierOfANumberInADayShouldBeRefused() {
        for (int i = 1; i <= 6; i++) {
            DossierCode code = new DossierCode("H50.15-260814-000" + i);
            dossiers.put(code, DossierStatus.RETURNED, Optional.of(clock.instant()));
            assertThat(mark(code, 10).refused().isPresent()).isEqualTo(i == 6);
        }
        clock.advance(Duration.ofDays(1));
        assertThat(mark(10)).isEqualTo(FIRST);
    }

    @Test
    void reasonAndCommentShouldGoToTheScoreAndNeitherMoneyNorWordsIntoTheFeed() {
        mark(3);
        reason(1);
        comment("cho lau qua");
        assertThat(items()).extracting(ScoreFeed.Item::reason).containsExactly(Optional.of(1));
        FeedCursor read = page(FeedCursor.START).next();
        reason(4);
        assertThat(page(read).items()).as("nothing moves for money").isEmpty();
        assertThat(items())
                .as("nor vanishes what was told before")
                .extracting(ScoreFeed.Item::reason)
                .containsExactly(Optional.of(1));
        assertThat(items().toString()).doesNotContain("cho lau", "912345678", CODE.value());
        assertThat(count("score_comment where words_sealed like '%cho lau%'")).isZero();
        assertThat(count("score_comment")).isEqualTo(1);
        assertThat(words()).as("nor do words that could be read").containsExactly(Optional.of("cho lau qua"));
    }

    @Test
    void wordsBesideMoneyShouldBeReadByNobodyAlsoOnceTheMarkIsAnother() {
        mark(3);
        reason(4);
        comment("Nam 500");
        assertThat(words()).as("beside money").containsExactly(Optional.empty());
        mark(4);
        assertThat(words()).as("of the mark before").containsExactly(Optional.empty());
        comment("cho lau qua");
        assertThat(words()).as("of the mark that stands").containsExactly(Optional.of("cho lau qua"));
    }

    private List<Optional<String>> words() {
        return house.ask(LowScores.class, low -> low.of(LAN, 9)).stream()
                .map(LowScores.Mark::comment)
                .toList();
    }

    private void reason(int reason) {
        house.tx(() -> {
            scores.reason(LAN, CODE, reason);
            return null;
        });
    }

    private void comment(String words) {
        house.tx(() -> {
            scores.comment(LAN, CODE, words);
            return null;
        });
    }

    @ParameterizedTest(name = "{0}, then {1}: {2}, in figures with {3}")
    @CsvSource({
        "REGISTERED_PHONE, NONE, replaced, 1.0",
        "PIN, NONE, replaced, 0.5",
        "PIN, REGISTERED_PHONE, replaced, 1.0",
        "NONE, PIN, replaced, 0.5",
        "NONE, CLAIMED, replaced, 0.0",
        "REGISTERED_PHONE, CLAIMED, refused, 1.0",
        "PIN, CLAIMED, refused, 0.5",
    })
    void whoWasTiedToTheDossierOnceShouldStaySo(Proof before, Proof after, String how, double weight) {
        give(3, before);
        Outcome outcome = give(10, after);
        assertThat(outcome.replaced()).isEqualTo(how.equals("replaced"));
        assertThat(refusal(outcome).isPresent()).isEqualTo(how.equals("refused"));
        assertThat(items()).extracting(ScoreFeed.Item::weight).containsExactly(weight);
        assertThat(items()).extracting(ScoreFeed.Item::points).containsExactly(how.equals("replaced") ? 10 : 3);
    }

    @Test
    void whoeverShowedTheNumberOfACitizenTakesNothingFromHer() {
        give(10, Proof.CLAIMED);
        house.tx(() -> {
            scores.details(LAN, CODE, Optional.of(9), Optional.of(false));
            return null;
        });
        assertThat(house.tx(() -> scores.hasScored(LAN, CODE)))
                .as("she is asked")
                .isFalse();
        clock.advance(Duration.ofDays(9));
        assertThat(give(3, Proof.REGISTERED_PHONE)).isEqualTo(FIRST);
        assertThat(items()).extracting(ScoreFeed.Item::points).containsExactly(3);
        assertThat(count("score where visits is null and clear is null and weight = 1"))
                .isEqualTo(1);
        clock.advance(Duration.ofDays(6));
        assertThat(give(4, Proof.REGISTERED_PHONE)).as("hers, for a week").isEqualTo(REPLACED);
    }

    private Outcome give(int points, Proof proof) {
        return house.tx(() -> scores.record(new NewScore(LAN, CODE, points, Channel.SMS, proof)));
    }

    @Test
    void feedShouldGoOnWhereItStoppedAndBringAChangedScoreAgain() {
        mark(8);
        ScoreFeed.Page first = page(FeedCursor.START);
        assertThat(first.items()).hasSize(1);
        assertThat(page(first.next()).items()).isEmpty();
        mark(3);
        assertThat(page(first.next()).items())
                .extracting(ScoreFeed.Item::key)
                .containsExactly(first.items().get(0).key());
        assertThat(FeedCursor.parse(first.next().toString())).contains(first.next());
    }

    private ScoreFeed.Page page(FeedCursor cursor) {
        return house.ask(ScoreFeed.class, feed -> feed.after(cursor, 100));
    }

    private List<ScoreFeed.Item> items() {
        return page(FeedCursor.START).items();
    }

    private boolean hasScored() {
        return house.tx(() -> scores.hasScored(LAN, CODE));
    }

    private long count(String table) {
        return house.tx(() -> house.get(Sql.class)
                .first("select count(*) as n from " + table, row -> row.number("n"))
                .orElseThrow());
    }
}
