package vn.mscore.hotline.watch.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;

class ProbeTokenTest {
    private final ProbeToken token = new ProbeToken("viettel-1", LocalDate.parse("2026-08-17"));

    @Test
    void isKnownWhenItComesBackAndFitsOnePart() {
        String text = token.text(keyed("office"));
        assertThat(text).startsWith("HOTLINE KIEM TRA viettel-1 20260817 ").hasSizeLessThan(100);
        assertThat(ProbeToken.read(" " + text + "\n", keyed("office"))).contains(token);
    }

    @Test
    void nobodyWithoutTheKeyCanWriteOne() {
        assertThat(ProbeToken.read(token.text(keyed("somebody")), keyed("office")))
                .isEmpty();
        assertThat(ProbeToken.read(token.text(keyed("office")).replace("viettel-1", "viettel-2"), keyed("office")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TC H50.15-260814-0012",
                "HOTLINE KIEM TRA",
                "HOTLINE KIEM TRA viettel-1 20260817 0123456789abcdef",
                "HOTLINE KIEM TRA viettel-1 20261332 0123456789abcdef",
                "HOTLINE KIEM TRA viettel-1 20260817 0123456789abcdef PA duong hong"
            })
    void whatACitizenWritesIsNone(String text) {
        assertThat(ProbeToken.read(text, keyed("office"))).isEmpty();
    }

    private static BlindIndex keyed(String key) {
        return new BlindIndex() {
            @Override
            public byte[] of(Purpose purpose, PhoneNumber phone) {
                return of(purpose, phone.e164());
            }

            @Override
            public byte[] of(Purpose purpose, String text) {
                try {
                    return MessageDigest.getInstance("SHA-256")
                            .digest((key + purpose + text).getBytes(StandardCharsets.UTF_8));
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
