package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

class LaneKeysOfRingTest {
    private static final Clock JANUARY = Clock.fixed(Instant.parse("2027-01-01T02:30:00Z"), ZoneOffset.UTC);
    private static final Place HERE = new Place("sms_message", "text_sealed", 42);

    @TempDir
    Path var;

    private KeyRing ring(String node) {
        return new KeyRing(new SecretFiles(var.resolve(node)), JANUARY);
    }

    @Test
    void aKeyThatIsTakenSealsFromThenOnAndStaysOverARestart() {
        KeyRing ring = ring("mot");
        AesGcmCipher cipher = new AesGcmCipher(ring);
        byte[] old = cipher.seal(Lane.PERSONAL, HERE, "2026");
        ring.takeLaneKey(Lane.PERSONAL, 2, ring.fresh());
        byte[] young = cipher.seal(Lane.PERSONAL, HERE, "2027");
        assertThat(AesGcmCipher.number(young)).isEqualTo(2);
        assertThat(ring.active(Lane.SECRET)).as("lanes are apart").isEqualTo(1);
        AesGcmCipher again = new AesGcmCipher(ring("mot"));
        assertThat(again.open(HERE, old)).isEqualTo("2026");
        assertThat(again.open(HERE, young)).isEqualTo("2027");
    }

    @Test
    void aKeyThatIsNotHereIsAskedForOnce() {
        KeyRing one = ring("mot");
        KeyRing other = ring("hai");
        one.takeLaneKey(Lane.SECRET, 2, one.fresh());
        byte[] sealed = new AesGcmCipher(one).seal(Lane.SECRET, HERE, "kín");
        AesGcmCipher reading = new AesGcmCipher(other);
        assertThatThrownBy(() -> reading.open(HERE, sealed)).isInstanceOf(CannotOpen.class);
        Map<Integer, String> elsewhere = Map.of(2, one.laneKey(Lane.SECRET, 2));
        other.ask((lane, number) -> Optional.ofNullable(elsewhere.get(number)));
        assertThat(reading.open(HERE, sealed)).isEqualTo("kín");
        other.ask((lane, number) -> Optional.empty());
        assertThat(reading.open(HERE, sealed)).isEqualTo("kín");
        assertThat(var.resolve("hai/secret-2.key")).exists();
    }

    @Test
    void aDestroyedKeyOpensNothingNeitherNowNorAfterARestart() {
        KeyRing ring = ring("mot");
        AesGcmCipher cipher = new AesGcmCipher(ring);
        byte[] old = cipher.seal(Lane.PERSONAL, HERE, "2026");
        ring.takeLaneKey(Lane.PERSONAL, 2, ring.fresh());
        ring.destroyLaneKey(Lane.PERSONAL, 1);
        ring.keepAll(Lane.PERSONAL);
        assertThat(var.resolve("mot/personal-1.key")).doesNotExist();
        assertThatThrownBy(() -> cipher.open(HERE, old)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> new AesGcmCipher(ring("mot")).open(HERE, old)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void aFileThatWentAwayIsWrittenAgain() throws Exception {
        KeyRing ring = ring("mot");
        String key = Files.readString(var.resolve("mot/personal-1.key"));
        Files.delete(var.resolve("mot/personal-1.key"));
        ring.keepAll(Lane.PERSONAL);
        assertThat(var.resolve("mot/personal-1.key")).hasContent(key);
    }

    @Test
    void theHeadOfAValueIsThatOfItsKey() {
        byte[] sealed = new AesGcmCipher(ring("mot")).seal(Lane.SECRET, HERE, "kín");
        assertThat(sealed).startsWith(AesGcmCipher.head(Lane.SECRET, 1));
        assertThat(AesGcmCipher.head(Lane.PERSONAL, 0x1234)).containsExactly(1, 0, 0x12, 0x34);
    }

    @ParameterizedTest(name = "a key made at {0} is that of {1}, over at {2}")
    @CsvSource({
        "2026-12-31T16:59:59Z, 2026, 2026-12-31T17:00:00Z",
        "2026-12-31T17:00:00Z, 2027, 2027-12-31T17:00:00Z",
        "2027-06-01T00:00:00Z, 2027, 2027-12-31T17:00:00Z"
    })
    void theYearTurnsInVietnam(Instant made, int year, Instant over) {
        KeyLife life = new KeyLife(Lane.PERSONAL, 1, made, Optional.empty(), Optional.empty());
        assertThat(life.year()).isEqualTo(Year.of(year));
        assertThat(life.yearEnded()).isEqualTo(over);
    }
}
