package vn.mscore.hotline.privacy;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.platform.Sql;

/** A house whose clock goes from year to year, and its jobs of keys. */
abstract class KeyYears {
    /** A look at the turn of each year, one soon after, and one when keys have rested. */
    static final List<String> TWO_YEARS =
            List.of("2027-01-01T01:00", "2028-01-01T01:00", "2028-01-03T01:00", "2028-02-03T01:00");

    final MovingClock clock = MovingClock.atVietnam("2026-06-15T09:30");

    @TempDir
    Path folder;

    House house;
    SealedRows rows;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of("hotline.var", folder.resolve("mot").toString()));
        rows = new SealedRows(house.schema());
        start();
    }

    @AfterEach
    void close() {
        Failpoints.disarm();
        house.close();
    }

    void start() {
        house.get(ShareLaneKeys.class).start();
        house.get(KeyWatch.class).start();
    }

    /** Time that the gateway saw go by, other than a clock that leaps. */
    void pass(String until) {
        clock.set(LocalDateTime.parse(until).toInstant(ZoneOffset.ofHours(7)));
        house.tx(() -> house.get(Sql.class)
                .update("replace into platform_clock (id, seen_at) values (1, ?)", clock.instant()));
    }

    Path secrets(String node) {
        return folder.resolve(node).resolve("secrets");
    }

    /** The jobs as they run within an hour. */
    void work() {
        house.get(ShareLaneKeys.class).run();
        house.get(OfferLaneKeys.class).run();
        house.get(MakeLaneKeys.class).run();
        for (int i = 0; i < 5; i++) {
            house.get(SealAnew.class).run();
        }
        house.get(DestroyLaneKeys.class).run();
    }

    List<String> keyFiles(String node) {
        return new SecretFiles(secrets(node))
                .names().stream()
                        .filter(name -> name.startsWith("personal-") || name.startsWith("secret-"))
                        .toList();
    }

    void reopen() {
        reopen(Map.of());
    }

    /** The same with {@code settings}. */
    void reopen(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("hotline.var", folder.resolve("mot").toString());
        house.close();
        house = House.reopen(clock, all, house.schema());
        start();
    }

    void turnTwoYears() {
        for (String at : TWO_YEARS) {
            pass(at);
            work();
        }
    }
}
