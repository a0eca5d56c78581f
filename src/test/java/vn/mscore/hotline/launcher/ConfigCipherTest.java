package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigCipherTest {
    @Test
    void aValueComesBackAndNeverLooksTheSameTwice() throws StartRefused {
        ConfigCipher cipher = ConfigCipher.of("a master password of some length");
        String first = cipher.encrypt("mật khẩu");
        assertThat(ConfigCipher.isEncrypted(first)).isTrue();
        assertThat(cipher.encrypt("mật khẩu")).isNotEqualTo(first);
        assertThat(cipher.decrypt("hotline.db.password", first)).isEqualTo("mật khẩu");
    }

    @Test
    void aWrongMasterPasswordRefusesTheStartNamingTheKey() {
        String value = ConfigCipher.of("one").encrypt("hidden");
        assertThatThrownBy(() -> ConfigCipher.of("two").decrypt("hotline.db.password", value))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("hotline.db.password")
                .hasMessageNotContaining("hidden");
    }
}
