package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.shared.PhoneNumber;

class HmacBlindIndexTest {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    @TempDir
    Path var;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");

    @Test
    void equalNumbersAreEqualForOnePurposeAndUnrelatedForAnother() {
        HmacBlindIndex index = index();
        assertThat(index.of(Purpose.PHONE, LAN)).hasSize(32).isEqualTo(index().of(Purpose.PHONE, LAN));
        assertThat(index.of(Purpose.LIMIT, LAN)).isNotEqualTo(index.of(Purpose.PHONE, LAN));
        assertThat(index.of(Purpose.PHONE, new PhoneNumber("+84912345679"))).isNotEqualTo(index.of(Purpose.PHONE, LAN));
    }

    @Test
    void dedupeKeyChangesWithTheMonthAndLastMonthsIsStillChecked() {
        HmacBlindIndex index = index();
        byte[] august = index.of(Purpose.DEDUPE, "x");
        assertThat(index.all(Purpose.DEDUPE, "x")).hasSize(1);
        clock.advance(Duration.ofDays(20));
        byte[] september = index.of(Purpose.DEDUPE, "x");
        assertThat(september).isNotEqualTo(august);
        assertThat(index.all(Purpose.DEDUPE, "x")).containsExactly(september, august);
        assertThat(index().all(Purpose.DEDUPE, "x")).containsExactly(september, august);
    }

    @Test
    void dedupeKeysOfFormerMonthsAreDestroyed() {
        KeyRing keys = keys();
        new HmacBlindIndex(keys).of(Purpose.DEDUPE, "x");
        assertThat(keys.destroyDedupeKeysBefore(java.time.YearMonth.of(2026, 8)))
                .isZero();
        assertThat(keys.destroyDedupeKeysBefore(java.time.YearMonth.of(2026, 9)))
                .isEqualTo(1);
        assertThat(new SecretFiles(var.resolve("secrets")).names())
                .contains("personal-1.key")
                .noneMatch(name -> name.startsWith("dedupe-"));
    }

    private HmacBlindIndex index() {
        return new HmacBlindIndex(keys());
    }

    private KeyRing keys() {
        return new KeyRing(new SecretFiles(var.resolve("secrets")), clock);
    }
}
