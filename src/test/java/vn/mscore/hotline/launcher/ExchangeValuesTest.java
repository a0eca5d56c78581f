package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeValuesTest {
    @TempDir
    private Path folder;

    private String answer(String rtp, String maxCalls) {
        Map<String, String> values = new HashMap<>();
        KnownSettings.load().rows().stream()
                .filter(row -> !row.chosenName())
                .forEach(row -> values.put(row.key(), row.fallback()));
        values.put("hotline.var", folder.resolve("var").toString());
        values.put("hotline.voice.rtp", rtp);
        values.put("hotline.voice.maxcalls", maxCalls);
        try {
            return "at most "
                    + ExchangeValues.of(new GatewaySettings(values), folder)
                            .values()
                            .get("calls.most");
        } catch (StartRefused e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest(name = "{0} for {1} calls: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10000-10999 | 60   | at most 80
            10000-10999 | 480  | at most 500
            10000-10999 | 481  | hotline.voice.rtp has 1000 ports; 481 calls (hotline.voice.maxcalls) and 20 more need two each: 1002
            10000-12039 | 1000 | at most 1020
            10999-10000 | 1    | hotline.voice.rtp has 0 ports; 1 calls (hotline.voice.maxcalls) and 20 more need two each: 42
            """)
    void callsThatWouldHaveNoPortsForTheirSoundAreNotPromised(String rtp, String maxCalls, String answer) {
        assertThat(answer(rtp, maxCalls)).isEqualTo(answer);
    }
}
