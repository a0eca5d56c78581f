package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource({
        "10.0.0.2, 10.0.0.2, true",
        "10.0.0.2, 10.0.0.3, false",
        "10.0.0.0/24, 10.0.0.255, true",
        "10.0.0.0/24, 10.0.1.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, 10.0.0, false",
        "0.0.0.0/0, cafe.de, false",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/32, 2001:db8::7, true",
        "2001:db8::/32, 2001:db9::7, false",
        "fe80::/10, fe80::1%eth0, true"
    })
    void holdsWhatBeginsAlike(String range, String address, boolean held) {
        assertThat(AddressRange.list(range).get(0).has(address)).isEqualTo(held);
    }
}
