package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Claim;
import vn.mscore.hotline.sms.outbox.SqlOutboxQueue.Finished;

/** How many texts a line of one at a time is trusted with, by how quickly it took the last ones. */
class LineHandsTest {
    private static final long SLOW = 3;

    private final List<Long> asked = new ArrayList<>();
    private long now;

    private Finished send(Claim claim, long slow) {
        asked.add(claim.id());
        now += Duration.ofMillis(claim.id() == slow ? 10 : 9).toNanos();
        return new Finished(claim, new SendOutcome(Result.SENT, List.of(), ""));
    }

    private void send(LineHands hands, long from, long to) {
        List<Claim> claims =
                LongStream.rangeClosed(from, to).mapToObj(LineHandsTest::claim).toList();
        hands.send(claims, claim -> send(claim, SLOW));
    }

    private static Claim claim(long id) {
        byte[] none = {};
        return new Claim(id, Kind.ANSWER, none, none, none, 1, 1, Instant.EPOCH, Instant.EPOCH);
    }

    private static int note(LineHands hands) {
        List<Finished> noted = hands.finished();
        hands.release(noted);
        return noted.size();
    }

    @ParameterizedTest(name = "after {0} taken at once: {1}")
    @CsvSource({"0, 1", "1, 2", "2, 3", "3, 4", "9, 4"})
    void aLineThatTakesItsTextsAtOnceIsGivenAFewTogether(int taken, int room) {
        LineHands hands = new LineHands(1, () -> now);
        for (int i = 0; i < taken; i++) {
            send(hands, 10 + i, 10 + i);
            assertThat(note(hands)).isOne();
        }
        assertThat(hands.room(0)).isEqualTo(room);
    }

    @Test
    void whatFollowsASlowTextWaitsUntilItsOutcomeIsCommitted() {
        LineHands hands = new LineHands(1, () -> now);
        send(hands, 10, 12);
        assertThat(note(hands)).isEqualTo(3);
        send(hands, 2, 5);
        assertThat(asked).containsExactly(10L, 11L, 12L, 2L, 3L);
        assertThat(hands.held()).as("those that wait are held").containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(note(hands)).isEqualTo(2);
        assertThat(hands.room(0)).as("no further one before they are sent").isNotPositive();
        send(hands, 1, 0);
        assertThat(asked).containsExactly(10L, 11L, 12L, 2L, 3L, 4L, 5L);
        assertThat(note(hands)).isEqualTo(2);
        assertThat(hands.held()).isEmpty();
    }

    @Test
    void aSlowLineHasOneTextInHand() {
        LineHands hands = new LineHands(1, () -> now);
        send(hands, SLOW, SLOW);
        assertThat(note(hands)).isOne();
        assertThat(hands.room(0)).isOne();
    }

    @Test
    void aWindowOfItsOwnIsNeitherWidenedNorNarrowed() {
        LineHands hands = new LineHands(7, () -> now);
        send(hands, SLOW, SLOW);
        assertThat(note(hands)).isOne();
        assertThat(hands.room(0)).isEqualTo(7);
    }
}
