package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static String format(Level level, String message, Throwable thrown) {
        LogRecord line = new LogRecord(level, message);
        line.setLoggerName("test");
        line.setThrown(thrown);
        return new JsonLines().format(line);
    }

    private static JsonObject parse(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xin chào\n{\"level\":\"SEVERE\",\"message\":\"forged\"}",
                "a\r\nb\u0000c\u001b[31md\u007fe",
                "\u202eevil\u2066 \u2028 \u2029 \"quoted\" \\ \ud83d\ude00 \ud83d"
            })
    void row17aTextWithLineBreaksStaysOneLineOfJson(String text) {
        String line = format(Level.INFO, text, null);
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(line.strip().chars()).allMatch(c -> c >= ' ' && c != 0x7f && c != 0x202e && c != 0x2028);
        assertThat(parse(line).getString("level")).isEqualTo("INFO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALL", "FINEST", "FINE", "INFO", "SEVERE"})
    void row179numbersAndCodesAreMaskedAtEveryLevel(String level) {
        String line = format(
                Level.parse(level),
                "from +84912345678 or 0912345678 about H50.15-260814-0012",
                new IllegalStateException(
                        "0987654321 said", new IllegalArgumentException("000.00.15.H50-210301-0001")));
        assertThat(line)
                .doesNotContain("912345678", "987654321", "260814-0012", "210301-0001")
                .contains("*****");
    }

    @Test
    void aFailureKeepsItsTrace() {
        assertThat(parse(format(Level.SEVERE, "broken", new IllegalStateException("why")))
                        .getString("trace"))
                .contains("IllegalStateException: why", "JsonLinesTest");
    }
}
