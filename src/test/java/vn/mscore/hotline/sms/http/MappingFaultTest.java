package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings.WrongSetting;

/** A wrong mapping refuses the start and names file and field. */
class MappingFaultTest {
    private static final String GOOD = """
            send.url = http://h/s
            in.from = json:/from
            in.text = json:/text
            in.id = json:/id
            dlr.id = json:/id
            dlr.state = json:/state
            dlr.delivered = 1
            check.signature = header:X-Signature
            """;

    @TempDir
    Path folder;

    /** Each row changes a mapping that is right: {@code -} takes the lines of a field away, {@code +} adds lines. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sms/http/faults.tsv", delimiter = '\t', numLinesToSkip = 1)
    void isNamed(String change, String why) {
        String[] halves = change.split("\\+", 2);
        String taken = halves[0].isEmpty() ? GOOD : GOOD.replaceAll("(?m)^" + halves[0].substring(1) + " = .*\n", "");
        String mapping = taken + (halves.length == 2 ? halves[1].replace("\\n", "\n") : "");
        assertThatThrownBy(() -> Lines.of(mapping))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("setting hotline.sms.http for agg, file agg.mapping: " + why);
    }

    @Test
    void theOneThatIsChangedIsRight() {
        assertThat(Lines.of(GOOD).mapping().in()).isPresent();
    }

    private HttpSettings read(String list, Map<String, String> more) {
        return HttpSettings.read(key -> Optional.ofNullable(key.equals("hotline.sms.http") ? list : more.get(key)))
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    kannel           | must be a list of name=FILE
                    a b=<m>          | must be a list of name=FILE
                    a=<m>,a=<m>      | names a line twice
                    a=<m>.not        | for a, file <m>.not: cannot be read
                    """)
    void wrongListsAreNamed(String list, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "send.url = http://h/s\n");
        assertThatThrownBy(() -> read(list.replace("<m>", file.toString()), Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("setting hotline.sms.http " + why.replace("<m>", file.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    send.query.a = {from}           | sender   | is missing, and the line's file uses it
                    send.query.a = {password}       | password | is missing, and the line's file uses it
                    send.user = u                   | password | is missing, and the line's file uses it
                    send.query.a = {secret}         | secret   | must have at least 16 characters
                    """)
    void settingsThatTheFileWantsAreNamed(String field, String key, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("m"), "send.url = http://h/s\n" + field + "\n");
        assertThatThrownBy(() -> read("a=" + file, Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("setting hotline.sms.http.a." + key + " " + why);
    }

    @ParameterizedTest(name = "{0}, {1}, the secret of the second {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    signature | signature | 0123456789abcdef | setting hotline.sms.http.b.secret is that of another line: each needs its own
                    signature | token     | 0123456789abcdef | setting hotline.sms.http.b.secret is that of another line: each needs its own
                    token     | signature | 0123456789abcdef | setting hotline.sms.http.b.secret is that of another line: each needs its own
                    token     | token     | 0123456789abcdef | -
                    signature | signature | 0123456789abcdeg | -
                    """)
    void twoLinesDoNotSignWithOneKey(String first, String second, String secret, String why) throws IOException {
        String mapping = GOOD.replaceAll("(?m)^check.*\n", "") + "check.%s = header:X-S\n";
        Path a = Files.writeString(folder.resolve("a"), mapping.formatted(first));
        Path b = Files.writeString(folder.resolve("b"), mapping.formatted(second));
        Map<String, String> secrets =
                Map.of("hotline.sms.http.a.secret", "0123456789abcdef", "hotline.sms.http.b.secret", secret);
        Throwable thrown = catchThrowable(() -> read("a=" + a + ",b=" + b, secrets));
        assertThat(thrown == null ? null : thrown.getMessage()).isEqualTo(why);
    }

    @Test
    void aFileThatIsNoUtf8IsNamed() throws IOException {
        Path file =
                Files.write(folder.resolve("m"), "send.url = http://h/\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> read("a=" + file, Map.of())).hasMessageEndingWith(file + ": is not UTF-8");
    }

    @Test
    void neitherPasswordNorSecretIsPrinted() {
        assertThat(Lines.of(GOOD).toString()).isEqualTo("HttpSettings[agg]");
    }
}
