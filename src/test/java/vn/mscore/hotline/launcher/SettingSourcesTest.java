package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingSourcesTest {
    private static Properties of(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Test
    void theStrongerSourceWins() throws StartRefused {
        GatewaySettings settings = new SettingSources(
                        of("hotline.lookup.perNumber.day", "11", "hotline.reply.perNumber.day", "21"),
                        Map.of("HOTLINE_LOOKUP_PERNUMBER_DAY", "12", "HOTLINE_REPLY_GLOBAL_DAY", "13"),
                        of("hotline.lookup.perNumber.day", "14", "java.version", "17"))
                .resolve();
        assertThat(settings.text("hotline.lookup.perNumber.day")).isEqualTo("14");
        assertThat(settings.text("hotline.reply.global.day")).isEqualTo("13");
        assertThat(settings.text("hotline.reply.perNumber.day")).isEqualTo("21");
        assertThat(settings.text("hotline.http.port")).isEqualTo("8080");
    }

    @Test
    void whatIsNotEncryptedYetStopsEverythingButTheEncrypting() throws StartRefused {
        SettingSources sources = new SettingSources(of("hotline.db.password", "ENC(...)"), Map.of(), of());
        assertThat(sources.unopened().text("hotline.db.password")).isEqualTo("ENC(...)");
        assertThatThrownBy(sources::resolve).hasMessageContaining("hotline.db.password");
    }

    @Test
    void keysAreFoundWhateverTheirCase() throws StartRefused {
        GatewaySettings settings =
                new SettingSources(of("hotline.lookup.pernumber.DAY", "9"), Map.of(), of()).resolve();
        assertThat(settings.text("hotline.lookup.perNumber.day")).isEqualTo("9");
    }

    @Test
    void aVariableFindsTheModemByItsOwnSpelling() throws StartRefused {
        GatewaySettings settings = new SettingSources(
                        of("hotline.sms.modems", "Khe-Sanh=tcp://127.0.0.1:7000"),
                        Map.of("HOTLINE_SMS_MODEM_KHE_SANH_PACE", "3/s"),
                        of())
                .resolve();
        assertThat(settings.text("hotline.sms.modem.Khe-Sanh.pace")).isEqualTo("3/s");
    }

    @ParameterizedTest(name = "row 170: {0}")
    @CsvSource({
        "an unknown key,            hotline.http.prot,            9173",
        "a foreign key in the file, server.port,                  9173",
        "a word for a number,       hotline.http.port,            wert-9173",
        "a negative limit,          hotline.reply.perNumber.day,  -9173",
        "a number out of range,     hotline.http.port,            99173",
        "a word for a flag,         hotline.demo,                 yes-9173",
        "a pace without its unit,   hotline.sms.modem.a.pace,     9173",
        "a PIN with letters,        hotline.sms.modem.a.pin,      x9173",
        "a foreign database,        hotline.db.url,               jdbc:h2:9173"
    })
    void aWrongSettingRefusesTheStartNamingTheKeyAndNotTheValue(String what, String key, String value) {
        assertThatThrownBy(() -> new SettingSources(of(key, value), Map.of(), of()).resolve())
                .as(what)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining("9173");
    }

    @Test
    void row170anUnknownVariableRefusesTheStart() {
        assertThatThrownBy(() -> new SettingSources(of(), Map.of("HOTLINE_HTTP_PROT", "9173"), of()).resolve())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HOTLINE_HTTP_PROT");
    }

    @Test
    void row171aShortKeyRefusesTheStart() {
        assertThatThrownBy(() -> new SettingSources(of("hotline.api.key", "short"), Map.of(), of()).resolve())
                .hasMessageContaining("hotline.api.key")
                .hasMessageNotContaining("short");
    }
}
