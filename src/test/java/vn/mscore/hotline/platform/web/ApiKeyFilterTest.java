package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.KnownKeys;
import vn.mscore.hotline.platform.Settings;

class ApiKeyFilterTest {
    @ParameterizedTest(name = "demo {0}, {1}, key {2}: {3}")
    @CsvSource({
        "false, v1/complaints, right, true",
        "false, v1/complaints, wrong, false",
        "false, v1/complaints, , false",
        "false, simulator, , false",
        "false, simulator/phones, , false",
        "true, v1/complaints, , false",
        "true, simulator, , true",
        "true, /simulator/phones/1, , true",
        "true, simulators, , false",
    })
    void onlyTheKeyOpensAndTheDemoHasADoorOfItsOwn(boolean demo, String path, String key, boolean open) {
        assertThat(filter(demo, "right").opens(path, key, asked("127.0.0.1", "127.0.0.1", "localhost", null)))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "from {0} to {1} ({2}) with {3}, elsewhere {4}: {5}")
    @CsvSource({
        "127.0.0.1, 127.0.0.1, localhost, , false, true",
        "127.0.0.1, 127.0.0.1, 127.0.0.1, , false, true",
        "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1, [::1], , false, true",
        "10.0.0.5, 10.0.0.5, 10.0.0.5, , false, true",
        "10.0.0.9, 10.0.0.5, 10.0.0.5, , false, false",
        "10.0.0.9, 10.0.0.5, localhost, , false, false",
        "172.18.0.1, 172.18.0.2, 127.0.0.1, , false, false",
        "127.0.0.1, 127.0.0.1, tongdai.example, , false, false",
        "127.0.0.1, 127.0.0.1, 127.0.0.1, X-Forwarded-For, false, false",
        "127.0.0.1, 127.0.0.1, 127.0.0.1, Forwarded, false, false",
        "127.0.0.1, 127.0.0.1, 127.0.0.1, X-Forwarded-For, true, true",
        "10.0.0.9, 10.0.0.5, 10.0.0.5, , true, true",
    })
    void theKeyOfTheSettingsIsOneOfTheMachineUnlessTheDeployerSaysOtherwise(ArgumentsAccessor row) {
        Known known = new Known();
        boolean open = row.getBoolean(5);
        Map<String, String> values = Map.of("hotline.api.key", "right", "hotline.api.key.elsewhere", row.getString(4));
        HttpServletRequest asked = asked(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
        assertThat(filter(values, known).opens("v1/scores", "right", asked)).isEqualTo(open);
        assertThat(known.told).isEqualTo(open ? 1 : 0);
    }

    @ParameterizedTest(name = "row 171: no key is configured, {0} is sent")
    @CsvSource(
            value = {"NOTHING", "''", "x"},
            nullValues = "NOTHING")
    void withoutAConfiguredKeyNothingOpens(String key) {
        assertThat(filter(false, "").opens("v1/scores", key, asked("127.0.0.1", "127.0.0.1", "localhost", null)))
                .isFalse();
    }

    private static HttpServletRequest asked(String peer, String address, String host, String head) {
        HttpServletRequest asked = mock(HttpServletRequest.class);
        when(asked.getRemoteAddr()).thenReturn(peer);
        when(asked.getLocalAddr()).thenReturn(address);
        when(asked.getServerName()).thenReturn(host);
        when(asked.getHeader(head == null ? "none" : head)).thenReturn("203.0.113.7");
        return asked;
    }

    /** Knows no key, and counts what it is told of the other one. */
    private static final class Known implements KnownKeys {
        private int told;

        @Override
        public boolean opens(String key, String path) {
            return false;
        }

        @Override
        public boolean isKnown(String key) {
            return false;
        }

        @Override
        public void ownKeyOpened() {
            told++;
        }
    }

    private static ApiKeyFilter filter(boolean demo, String key) {
        return filter(Map.of("hotline.demo", Boolean.toString(demo), "hotline.api.key", key), new Known());
    }

    private static ApiKeyFilter filter(Map<String, String> values, KnownKeys known) {
        Settings settings = name -> Optional.ofNullable(values.get(name));
        return new ApiKeyFilter(settings, known);
    }
}
