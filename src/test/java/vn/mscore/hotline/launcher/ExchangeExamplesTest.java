package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trunks of {@code ivr-scripts/examples}: settings that exist, values that fit, and a configuration without a way out. */
class ExchangeExamplesTest {
    private static final KnownSettings KNOWN = KnownSettings.load();

    @TempDir
    private Path folder;

    private static Map<String, String> example(String name) throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("ivr-scripts/examples", name))) {
            read.load(reader);
        }
        Map<String, String> values = new HashMap<>();
        read.stringPropertyNames().forEach(key -> values.put(key, read.getProperty(key)));
        return values;
    }

    private Map<String, String> rendered(Map<String, String> example) throws StartRefused {
        Map<String, String> values = new HashMap<>();
        KNOWN.rows().stream().filter(row -> !row.chosenName()).forEach(row -> values.put(row.key(), row.fallback()));
        values.putAll(example);
        values.replace("hotline.voice.trunk.password", "ENC(...)", "a-password-of-the-operator");
        values.put("hotline.var", folder.resolve("var").toString());
        return ExchangeTemplates.render(ExchangeValues.of(new GatewaySettings(values), folder));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            trunk-registration.properties | server_uri = sip:sip.nha-mang.example:5060 | match = 203.0.113.10,203.0.113.11  | from_user = 842331808081
            trunk-address.properties      | contact = sip:198.51.100.20:5060           | match = 198.51.100.20,198.51.100.21 | from_user = 18008081
            trunk-gsm-box.properties      | contact = sip:192.168.10.20:5060           | match = 192.168.10.20               | from_user = 18008081
            """)
    void isTakenAndGivesTheTrunkItPromises(String name, String there, String known, String from) throws Exception {
        Map<String, String> example = example(name);
        assertThat(example).allSatisfy((key, value) -> {
            assertThat(KNOWN.of(key)).as(key).isPresent();
            assertThat(KNOWN.of(key).get().type().fault(value)).as(key).isEmpty();
        });
        Map<String, String> files = rendered(example);
        assertThat(files.get("pjsip-trunk.conf").lines())
                .contains(there, known, from, "dtmf_mode = auto", "send_pai = yes");
        assertThat(new ExchangeRules(files).findings()).isEmpty();
    }
}
