package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;

/** Two nodes, one after the other in this process, know a repeated message by the same key. */
class ShareDedupeKeysIT {
    private final MovingClock clock = MovingClock.atVietnam("2026-11-17T09:30");

    @TempDir
    Path folder;

    @Test
    void aNodeWithoutTheMonthsKeyHasThatOfTheOthersNowAndAfterTheTurnOfTheMonth() throws IOException {
        TestDatabase.Schema schema;
        byte[] november;
        byte[] december;
        try (House first = House.open(clock, Map.of("hotline.var", node("mot")))) {
            schema = first.schema();
            november = started(first).get(0);
            clock.advance(Duration.ofDays(20));
            december = started(first).get(0);
        }
        copyAllButDedupe();
        clock.advance(Duration.ofDays(-20));
        try (House second = House.reopen(clock, Map.of("hotline.var", node("hai")), schema)) {
            assertThat(started(second).get(0)).isEqualTo(november);
            clock.advance(Duration.ofDays(20));
            assertThat(started(second)).containsExactly(december, november);
        }
        assertThat(december).isNotEqualTo(november);
    }

    /** Time that the gateway saw go by, other than a clock that leaps. */
    private void pass(House house, String until) {
        clock.set(Instant.parse(until));
        house.tx(() -> house.get(Sql.class)
                .update("replace into platform_clock (id, seen_at) values (1, ?)", clock.instant()));
    }

    @Test
    void aClockThatLeapsDestroysNoKey() {
        try (House house = House.open(clock, Map.of("hotline.var", node("mot")))) {
            started(house);
            assertThat(house.get(DestroyDedupeKeys.class).run()).isZero();
            clock.set(Instant.parse("2038-01-19T03:14:07Z"));
            assertThat(house.get(DestroyDedupeKeys.class).run()).isZero();
            assertThat(shared(house)).isTrue();
        }
    }

    @Test
    void aKeyIsDestroyedInBothPlacesSixtyDaysAfterItsMonth() {
        try (House house = House.open(clock, Map.of("hotline.var", node("mot")))) {
            started(house);
            assertThat(SealedPlaces.checked(house)).containsExactly("privacy_dedupe_key.sealed");
            SecretFiles files = new SecretFiles(folder.resolve("mot/secrets"));
            pass(house, "2027-01-28T12:00:00Z");
            assertThat(house.get(DestroyDedupeKeys.class).run()).isZero();
            assertThat(shared(house)).isTrue();
            assertThat(files.names()).contains("dedupe-2026-11.key");
            pass(house, "2027-01-30T12:00:00Z");
            assertThat(house.get(DestroyDedupeKeys.class).run()).isEqualTo(1);
            assertThat(shared(house)).isFalse();
            assertThat(files.names()).doesNotContain("dedupe-2026-11.key").contains("dedupe-2026-12.key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "enospc"})
    void aFailureRightAfterTheDestructionIsMadeGoodByTheNextRun(String fault) {
        try (House house = House.open(clock, Map.of("hotline.var", node("mot")))) {
            started(house);
            pass(house, "2027-01-30T12:00:00Z");
            Failpoints.arm("retention.afterKeyDestroy:" + fault);
            assertThatThrownBy(() -> house.get(DestroyDedupeKeys.class).run()).isInstanceOf(RuntimeException.class);
            assertThat(Failpoints.fired()).isTrue();
            assertThat(house.get(DestroyDedupeKeys.class).run())
                    .as("nothing is left")
                    .isZero();
            assertThat(shared(house)).isFalse();
            assertThat(new SecretFiles(folder.resolve("mot/secrets")).names()).doesNotContain("dedupe-2026-11.key");
            assertThat(started(house)).as("this month's is as good as before").isNotEmpty();
        } finally {
            Failpoints.disarm();
        }
    }

    private static boolean shared(House house) {
        return house.tx(() ->
                house.get(SqlDedupeKeys.class).find(YearMonth.of(2026, 11)).isPresent());
    }

    private static List<byte[]> started(House house) {
        house.get(ShareDedupeKeys.class).start();
        return house.get(BlindIndex.class).all(Purpose.DEDUPE, "m1");
    }

    private String node(String name) {
        return folder.resolve(name).toString();
    }

    private void copyAllButDedupe() throws IOException {
        SecretFiles from = new SecretFiles(folder.resolve("mot/secrets"));
        SecretFiles to =
                new SecretFiles(Files.createDirectories(folder.resolve("hai")).resolve("secrets"));
        try (Stream<String> names = from.names().stream()) {
            names.filter(name -> !name.startsWith("dedupe-"))
                    .forEach(name -> to.keep(name, from.find(name, 1).orElseThrow()));
        }
    }
}
