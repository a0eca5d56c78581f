package vn.mscore.hotline.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;

class VoiceNumbersTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "+84912345678, true, mobile",
        "+84362345678, true, mobile of the new prefixes",
        "+842333852123, true, landline of Quảng Trị",
        "+842438261234, true, landline of Hà Nội",
        "+842838261234, true, landline of the city",
        "+841900123456, false, premium",
        "+8419001234, false, premium of eight digits",
        "+8418008081, false, free",
        "+84113999, false, emergency",
        "+8467123456, false, not given out",
        "+84112345678, false, no such prefix",
        "+85620123456, false, Laos",
        "+12025550123, false, America",
        "+87077123456, false, satellite"
    })
    void onlyMobileAndGeographicNumbersOfVietnam(String number, boolean allowed, String name) {
        assertThat(VoiceNumbers.mayRing(new PhoneNumber(number))).as(name).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "shown as {0}")
    @CsvSource({
        "02333852123, +842333852123",
        "842333852123, +842333852123",
        "+842333852123, +842333852123",
        "2333852123, +842333852123",
        "2323852123, +842323852123",
        "0533852123, +842333852123",
        "533852123, ",
        "912345678, ",
        "2522345678, ",
        "2203456789, ",
        "2482345678, ",
        "2692345678, ",
        "2382345678, ",
        "2034567890, ",
        "376312345, ",
        "1234567890, ",
        "1699999999, ",
        "01699999999, +84399999999",
        "0912345678, +84912345678",
        "1900123456, ",
        "18008081, ",
        "113, ",
        "6591234567, ",
        "4915112345678, ",
        "000000000, ",
        "'', "
    })
    void aLineIsOneNumberHoweverTheTrunkShowsIt(String raw, String number) {
        assertThat(VoiceNumbers.shown(raw))
                .isEqualTo(Optional.ofNullable(number).map(PhoneNumber::new));
    }
}
