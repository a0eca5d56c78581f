package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCipherTest {
    @Test
    void aValueComesBackAndNeverLooksTheSameTwice() throws StartRefused {
        ConfigCipher cipher = ConfigCipher.of("a master password of some length");
        String first = cipher.encrypt("mật khẩu");
        assertThat(ConfigCipher.isEncrypted(first)).isTrue();
        assertThat(cipher.encrypt("mật khẩu")).isNotEqualTo(first);
        assertThat(cipher.decrypt("hotline.db.password", first)).isEqualTo("mật khẩu");
    }

    /** Both were encrypted with "one"; the padding of the first fits with "two" as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ewng7jArzof6ngCO/Yb266FN9z7CC234z7YIXv7ERKI5G5BVRDXdkMzb1VV1hIL3",
                "n3os9X+W5pTg2VvJphgtGREoznXu9PToixm0c4mRGdWziSf+EmlAeqttwqxh3Hw7",
            })
    void aWrongMasterPasswordRefusesTheStartNamingTheKey(String literal) throws StartRefused {
        String value = "ENC(" + literal + ")";
        assertThat(ConfigCipher.of("one").decrypt("hotline.db.password", value)).isEqualTo("hidden");
        assertThatThrownBy(() -> ConfigCipher.of("two").decrypt("hotline.db.password", value))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("hotline.db.password")
                .hasMessageNotContaining("hidden");
    }
}
