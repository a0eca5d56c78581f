package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(filter(demo, "right").opens(path, key)).isEqualTo(open);
    }

    @ParameterizedTest(name = "row 171: no key is configured, {0} is sent")
    @CsvSource(
            value = {"NOTHING", "''", "x"},
            nullValues = "NOTHING")
    void withoutAConfiguredKeyNothingOpens(String key) {
        assertThat(filter(false, "").opens("v1/scores", key)).isFalse();
    }

    private static ApiKeyFilter filter(boolean demo, String key) {
        Map<String, String> values = Map.of("hotline.demo", Boolean.toString(demo), "hotline.api.key", key);
        Settings settings = name -> Optional.ofNullable(values.get(name));
        return new ApiKeyFilter(settings, (given, path) -> false);
    }
}
