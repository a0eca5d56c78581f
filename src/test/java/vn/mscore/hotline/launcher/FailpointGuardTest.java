package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FailpointGuardTest {
    private static final String POINT = "hotline.failpoint";
    private static final String TEST = "hotline.failpoint.test";

    private static String printed(Map<String, String> system) throws StartRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FailpointGuard.check(of(system), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Properties of(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    @Test
    void withoutAFailpointNothingIsSaid() throws StartRefused {
        assertThat(printed(Map.of())).isEmpty();
    }

    @Test
    void outsideATestTheStartIsRefused() {
        assertThatThrownBy(() -> printed(Map.of(POINT, "sms.afterDelete:halt")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tests only");
    }

    @Test
    void inATestItIsSaidAloud() throws StartRefused {
        assertThat(printed(Map.of(POINT, "sms.afterDelete:halt", TEST, "true")))
                .contains("FAILPOINT ARMED")
                .contains("sms.afterDelete:halt");
    }

    @Test
    void aPlaceThatIsOnNoListIsRefused() {
        assertThatThrownBy(() -> printed(Map.of(POINT, "sms.nowhere:halt", TEST, "true")))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void aFileOrTheEnvironmentCannotArmOne() {
        assertThatThrownBy(
                        () -> new SettingSources(of(Map.of(POINT, "sms.afterDelete:halt")), Map.of(), new Properties())
                                .resolve())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(POINT);
        assertThatThrownBy(() -> new SettingSources(
                                new Properties(), Map.of("HOTLINE_FAILPOINT", "sms.afterDelete:halt"), new Properties())
                        .resolve())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HOTLINE_FAILPOINT");
    }

    @Test
    void theTwoPropertiesAreNoSettings() throws StartRefused {
        Properties system = of(Map.of(POINT, "sms.afterDelete:halt", TEST, "true"));
        GatewaySettings settings = new SettingSources(new Properties(), Map.of(), system).resolve();
        assertThat(settings.values()).doesNotContainKeys(POINT, TEST);
    }
}
