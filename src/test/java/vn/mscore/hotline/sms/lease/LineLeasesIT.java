package vn.mscore.hotline.sms.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineTaken;

/** Two nodes and the lines of one database. */
class LineLeasesIT {
    private House house;
    private SqlLineLeases first;
    private SqlLineLeases second;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        first = node("mot");
        second = node("hai");
    }

    private SqlLineLeases node(String name) {
        Settings settings = key -> key.equals(NodeName.KEY) ? Optional.of(name) : Optional.empty();
        return new SqlLineLeases(
                house.get(Sql.class), house.get(InTransaction.class), house.get(Facts.class), new NodeName(settings));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aLineBelongsToWhoTakesItFirstAndIsKept() {
        assertThat(first.take("a")).isTrue();
        assertThat(second.take("a")).isFalse();
        assertThat(first.keep("a", true)).isTrue();
        assertThat(second.take("a")).isFalse();
        assertThat(second.elsewhere()).containsOnlyKeys("a");
        assertThat(first.elsewhere()).isEmpty();
    }

    @Test
    void eachNodeHasItsOwnLines() {
        assertThat(first.take("a")).isTrue();
        assertThat(second.take("b")).isTrue();
        assertThat(first.keep("a", true)).isTrue();
        assertThat(first.elsewhere()).containsOnlyKeys("b");
        assertThat(second.elsewhere()).containsOnlyKeys("a");
    }

    @Test
    void aNodeThatIsNotHeardOfLosesItsLineAndLearnsSo() {
        first.take("a");
        // The clock of the database goes on meanwhile.
        secondsPass(14);
        assertThat(second.take("a")).isFalse();
        secondsPass(7);
        assertThat(second.take("a")).isTrue();
        assertThat(first.keep("a", true)).isFalse();
    }

    @Test
    void aNodeThatSleptWhileNobodyWantedItsLineKeepsIt() {
        first.take("a");
        secondsPass(600);
        assertThat(first.keep("a", true)).isTrue();
        assertThat(second.take("a")).isFalse();
    }

    @Test
    void aLineThatWasElsewhereMeanwhileIsNotKeptEvenIfItIsFreeAgain() {
        first.take("a");
        secondsPass(21);
        second.take("a");
        secondsPass(21);
        assertThat(first.keep("a", true)).isFalse();
        assertThat(first.take("a")).isTrue();
    }

    @Test
    void othersKnowForHowLongALineCannotBeUsed() {
        first.take("a");
        first.keep("a", true);
        second.take("a");
        assertThat(second.elsewhere()).containsEntry("a", Duration.ZERO);
        first.keep("a", false);
        secondsPass(90);
        first.keep("a", false);
        second.take("a");
        assertThat(second.elsewhere().get("a")).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        first.keep("a", true);
        second.take("a");
        assertThat(second.elsewhere()).containsEntry("a", Duration.ZERO);
    }

    @Test
    void aLineOfANodeThatIsGoneIsAwaySinceItsLeaseRanOut() {
        first.take("a");
        second.take("b");
        secondsPass(60);
        second.keep("b", true);
        assertThat(second.elsewhere().get("a")).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(50));
    }

    @Test
    void aNodeThatStartsAgainHasItsLineAtOnceAndOneGivenBackIsFree() {
        first.take("a");
        SqlLineLeases again = node("mot");
        assertThat(again.take("a")).isTrue();
        assertThat(again.keep("a", true)).isTrue();
        again.release("a");
        assertThat(second.take("a")).isTrue();
        again.release("a");
        assertThat(second.keep("a", true)).isTrue();
    }

    @Test
    void twoProcessesOfOneNameDoNotBothWorkALineAndTheSecondWaitsForTheFirst() {
        first.take("a");
        SqlLineLeases namesake = node("mot");
        assertThat(namesake.take("a")).as("like a node that starts again").isTrue();
        assertThat(first.hasNamesake()).isFalse();
        assertThat(first.keep("a", true)).isFalse();
        assertThat(first.hasNamesake()).isTrue();
        assertThat(first.take("a")).as("no quarrel over it").isFalse();
        assertThat(first.elsewhere()).containsOnlyKeys("a");
        assertThat(namesake.keep("a", true)).isTrue();
        assertThat(namesake.hasNamesake()).isFalse();
        first.release("a");
        assertThat(namesake.keep("a", true))
                .as("it is not given back by another")
                .isTrue();
        secondsPass(21);
        assertThat(first.take("a")).as("when the other one is gone").isTrue();
        assertThat(namesake.keep("a", true)).isFalse();
        assertThat(namesake.take("a")).isFalse();
    }

    @Test
    void aLeaseOfAnEarlierVersionIsTakenByItsNodeAndNotByAnother() {
        first.take("a");
        without("run");
        assertThat(second.take("a")).isFalse();
        assertThat(node("mot").take("a")).isTrue();
        secondsPass(21);
        takenByAnEarlierVersion("hai");
        assertThat(first.keep("a", true)).isFalse();
        assertThat(first.hasNamesake()).isFalse();
        assertThat(first.take("a")).isFalse();
        secondsPass(21);
        assertThat(first.take("a")).isTrue();
    }

    @Test
    void aNodeLosesALeaseThatWasFreedAndMayTakeItLikeAnyOther() {
        first.take("a");
        secondsPass(21);
        write("update sms_line_lease set node = ''");
        assertThat(first.keep("a", true)).isFalse();
        assertThat(first.hasNamesake()).isFalse();
        assertThat(first.take("a")).isTrue();
        assertThat(second.take("a")).isFalse();
    }

    private void without(String column) {
        write("update sms_line_lease set " + column + " = null");
    }

    /** Which knows of no runs. */
    private void takenByAnEarlierVersion(String node) {
        write("update sms_line_lease set node = '" + node + "', until_at = utc_timestamp(3) + interval 20 second");
    }

    @Test
    void aLeaseOfTheFutureIsFreeWhenTheClockOfTheDatabaseWasPutBack() {
        first.take("a");
        secondsPass(-3600);
        assertThat(second.take("a")).isTrue();
        assertThat(first.keep("a", true)).isFalse();
        assertThat(first.take("a")).isFalse();
    }

    @Test
    void aNodeThatLivesKeepsItsLineWhenTheClockOfTheDatabaseIsPutBack() {
        first.take("a");
        secondsPass(-3600);
        assertThat(first.keep("a", true)).isTrue();
        assertThat(second.take("a")).isFalse();
    }

    @Test
    void onlyTakingIsTold() {
        first.take("a");
        second.take("a");
        first.keep("a", true);
        List<LineTaken> told = house.get(FactLog.class).of(LineTaken.class);
        assertThat(told).containsExactly(new LineTaken("a"));
    }

    /** On the clock of the database, which cannot be moved: the lease is moved instead. */
    private void secondsPass(int seconds) {
        write("update sms_line_lease set until_at = until_at - interval " + seconds
                + " second, away_since = away_since - interval " + seconds + " second");
    }

    private void write(String statement) {
        try (Connection connection = house.schema().connect();
                var one = connection.createStatement()) {
            one.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
