package vn.mscore.hotline.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ba con voi xanh, none",
        "mèo vàng đi chợ, none",
        "correct horse battery staple, password.common",
        "mười một!!!, password.short",
        "Matkhau123456, password.common",
        "Mật khẩu 2026!, password.common",
        "1234567890123, password.common",
        "aaaaaaaaaaaaaaaa, password.common",
        "tran.minh la toi day, password.common",
        "qwertyuiop12345, password.common"
    })
    void aPasswordIsLongAndNotAmongTheFirstToBeGuessed(String password, String fault) {
        assertThat(rules.fault("tran.minh", password)
                        .map(reason -> reason.code())
                        .orElse("none"))
                .isEqualTo(fault);
    }

    @Test
    void aPasswordMayHave128CharactersAndNoMore() {
        String most = "abcdefgh".repeat(16);
        assertThat(rules.fault("minh", most)).isEmpty();
        assertThat(rules.fault("minh", most + "x")).isPresent();
    }

    @Test
    void aHashIsArgon2idAndFitsOnlyItsPasswordHoweverItWasTyped() {
        PasswordHashes hashes = new PasswordHashes();
        String hash = hashes.hash("m\u00e8o v\u00e0ng đi chợ");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashes.matches("me\u0300o va\u0300ng đi chợ", hash)).isTrue();
        assertThat(hashes.matches("meo vang di cho", hash)).isFalse();
        assertThat(hashes.matches("meo vang di cho", null)).isFalse();
    }

    @Test
    void codesAreThoseOfRfc6238() {
        OneTimeCodes codes = new OneTimeCodes();
        String secret = Base32.encode("12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(codes.codeAt(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(codes.codeAt(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
        assertThat(codes.codeAt(secret, Instant.ofEpochSecond(20000000000L))).isEqualTo("353130");
    }
}
