package vn.mscore.hotline.console.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Look;

/** A page that somebody loads again and again is one row, and nothing else is. */
class LookRowTest {
    private static final Instant NOON = Instant.parse("2026-08-17T05:00:00Z");

    private static Look look(String by, String what, String pseudonym, Instant at) {
        return new Look(at.getEpochSecond(), new Pseudonym(pseudonym.repeat(32)), by, what, at, true);
    }

    private static List<LookRow> rows(Look newer, Look older) {
        return LookRow.of(List.of(newer, older));
    }

    @Test
    void whatIsNoReadingOrWasSeenBeforeIsARowOfItsOwn() {
        Instant before = NOON.minus(Duration.ofMinutes(1));
        Look read = look("An", "read", "a", before);
        Look seen = new Look(1, read.pseudonym(), "An", "read", before, false);
        assertThat(rows(look("An", "heard", "a", NOON), look("An", "heard", "a", before)))
                .hasSize(2);
        assertThat(rows(look("An", "heard", "a", NOON), read)).hasSize(2);
        assertThat(rows(look("An", "read", "a", NOON), seen)).hasSize(2);
    }

    @Test
    void aRowCoversTenMinutesHoweverOftenOneReads() {
        List<Look> night = IntStream.range(0, 4)
                .mapToObj(i -> look("An", "read", "a", NOON.minus(Duration.ofMinutes(6L * i))))
                .toList();
        assertThat(LookRow.of(night)).extracting(LookRow::times).containsExactly(2, 2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "read again within minutes, An read a, 10, 1",
        "read again later, An read a, 11, 2",
        "read by another, Bình read a, 1, 2",
        "another case, An read b, 1, 2",
        "another deed, An heard a, 1, 2",
    })
    void onlyReadingAnewWithinMinutesIsOneRow(String name, String other, int before, int rows) {
        String[] of = other.split(" ");
        List<LookRow> shown = LookRow.of(List.of(
                look("An", "read", "a", NOON), look(of[0], of[1], of[2], NOON.minus(Duration.ofMinutes(before)))));
        assertThat(shown).hasSize(rows);
        assertThat(shown.get(0).at()).isEqualTo("17/08/2026 12:00");
        assertThat(shown.get(0).number()).as("of the newest").isEqualTo(NOON.getEpochSecond());
        assertThat(shown.stream().mapToInt(LookRow::times).sum()).isEqualTo(2);
    }
}
