package vn.mscore.hotline.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowDownTest {
    @ParameterizedTest(name = "{0} of the account, {1} of the address: {2} s")
    @CsvSource({"0,0,0", "9,0,0", "10,0,1", "11,0,2", "15,0,32", "16,0,42", "100000,0,42", "0,49,0", "0,50,1", "3,60,42"
    })
    void triesWaitLongerAndNeverForEver(int ofAccount, int ofAddress, int seconds) {
        assertThat(SlowDown.delay(ofAccount, ofAddress)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void row135TenThousandPasswordsForOneNameTakeDays() {
        Duration all = Duration.ZERO;
        for (int failures = 0; failures < 10_000; failures++) {
            all = all.plus(SlowDown.delay(failures, failures));
        }
        assertThat(all).isGreaterThan(Duration.ofDays(4));
    }

    @Test
    void row135OnePasswordForTenThousandNamesFromOneAddressTakesDays() {
        Duration all = Duration.ZERO;
        for (int failures = 0; failures < 10_000; failures++) {
            all = all.plus(SlowDown.delay(0, failures));
        }
        assertThat(all).isGreaterThan(Duration.ofDays(4));
    }

    @Test
    void anIpv6SiteCountsAsOneAddress() {
        assertThat(SqlFailures.networkOf("2001:db8:1:2::1"))
                .isEqualTo(SqlFailures.networkOf("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(SqlFailures.networkOf("2001:db8:1:3::1"));
        assertThat(SqlFailures.networkOf("10.0.0.1")).isEqualTo("10.0.0.1");
    }
}
