package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeNameTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a name                    | may-1                     | may-1
                    a machine and a port      | sv1.example.vn:8080       | sv1.example.vn:8080
                    what would break JSON     | a"b\\c                    | a-b-c
                    marks and spaces          | Máy số 1                  | M-y-s--1
                    """)
    void alarmsTellItPlainly(String what, String name, String label) {
        assertThat(named(name).label()).isEqualTo(label);
        assertThat(named(name).text()).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutInAlarmsAndOneThatFitsNoColumnRefusesTheStart() {
        assertThat(named("n".repeat(200)).label()).isEqualTo("n".repeat(50));
        assertThatThrownBy(() -> named("n".repeat(201)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining("hotline.node");
    }

    @Test
    void withoutASettingItIsTheMachineAndThePort() {
        Map<String, String> settings = Map.of("hotline.http.port", "8081");
        assertThat(new NodeName(key -> Optional.ofNullable(settings.get(key))).text())
                .endsWith(":8081");
    }

    private static NodeName named(String name) {
        return new NodeName(key -> Optional.of(name).filter(text -> key.equals(NodeName.KEY)));
    }
}
