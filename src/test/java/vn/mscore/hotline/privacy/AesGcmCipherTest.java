package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

class AesGcmCipherTest {
    private static final Clock AUGUST = Clock.fixed(Instant.parse("2026-08-17T02:30:00Z"), ZoneOffset.UTC);
    private static final Place HERE = new Place("sms_message", "text_sealed", 42);

    @TempDir
    Path var;

    private AesGcmCipher cipher;

    @BeforeEach
    void open() {
        cipher = cipher();
    }

    private AesGcmCipher cipher() {
        return new AesGcmCipher(new KeyRing(new SecretFiles(var.resolve("secrets")), AUGUST));
    }

    @Test
    void textComesBackAsItWasAlsoAfterARestart() {
        byte[] sealed = cipher.seal(Lane.PERSONAL, HERE, "Tôi muốn phản ánh 😀");
        assertThat(cipher.open(HERE, sealed)).isEqualTo("Tôi muốn phản ánh 😀");
        assertThat(cipher().open(HERE, sealed)).isEqualTo("Tôi muốn phản ánh 😀");
    }

    @Test
    void phoneNumberFitsItsColumn() {
        assertThat(cipher.seal(Lane.PERSONAL, HERE, "+84912345678")).hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void equalTextsLookDifferent() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(Arrays.toString(cipher.seal(Lane.PERSONAL, HERE, "+84912345678")));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void anyFlippedBitIsRefused() {
        byte[] sealed = cipher.seal(Lane.SECRET, HERE, "+84912345678");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> cipher.open(HERE, changed))
                    .as("bit %d", bit)
                    .isExactlyInstanceOf(CannotOpen.class)
                    .hasMessage("this value cannot be opened");
        }
    }

    @Test
    void aValueCopiedToAnotherRowColumnOrTableIsRefused() {
        byte[] sealed = cipher.seal(Lane.PERSONAL, HERE, "secret");
        for (Place elsewhere : List.of(
                new Place("sms_message", "text_sealed", 43),
                new Place("sms_message", "sender_sealed", 42),
                new Place("sms_part", "text_sealed", 42))) {
            assertThatThrownBy(() -> cipher.open(elsewhere, sealed)).isInstanceOf(CannotOpen.class);
        }
    }

    @Test
    void cutEmptyAndMissingValuesAreRefused() {
        byte[] sealed = cipher.seal(Lane.PERSONAL, HERE, "");
        assertThat(cipher.open(HERE, sealed)).isEmpty();
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> cipher.open(HERE, cut)).isInstanceOf(CannotOpen.class);
        }
        assertThatThrownBy(() -> cipher.open(HERE, null)).isInstanceOf(CannotOpen.class);
    }

    @Test
    void row177ADestroyedKeyClosesItsOwnValuesOnly() throws Exception {
        byte[] old = cipher.seal(Lane.PERSONAL, HERE, "old");
        new SecretFiles(var.resolve("secrets")).findOrMake("personal-2.key", 32);
        AesGcmCipher rotated = cipher();
        byte[] young = rotated.seal(Lane.PERSONAL, HERE, "young");
        assertThat(rotated.open(HERE, old)).isEqualTo("old");

        Files.delete(var.resolve("secrets/personal-1.key"));
        AesGcmCipher after = cipher();
        assertThat(after.open(HERE, young)).isEqualTo("young");
        assertThatThrownBy(() -> after.open(HERE, old)).isInstanceOf(CannotOpen.class);
    }
}
