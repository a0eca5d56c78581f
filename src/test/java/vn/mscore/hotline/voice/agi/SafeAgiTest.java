package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.asteriskjava.fastagi.AgiChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No value from outside reaches the exchange (R24, rows 102, 106). */
class SafeAgiTest {
    private final AgiChannel channel = mock(AgiChannel.class);
    private final SafeAgi agi = new SafeAgi(channel, limit -> {}, () -> false, Duration.ofSeconds(90));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a\nEXEC System",
                "a\r",
                "a\0",
                "a,b",
                "a&b",
                "a|b",
                "${SHELL(id)}",
                "a\"b",
                "a\\b",
                "Nguyễn",
                "",
                "<b>x</b>"
            })
    void aFileWithAnythingElseInItsNameIsRefusedBeforeTheSocket(String file) throws Exception {
        assertThatThrownBy(() -> agi.play(file, 0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agi.playWhole(file)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> agi.record(file, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        verify(channel, never()).sendCommand(any());
    }

    @Test
    void aHundredKilobytesAreNoFile() {
        assertThatThrownBy(() -> agi.play("x".repeat(100_000), 0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyFilesAreTextsAtAll() {
        List<String> withText = Arrays.stream(SafeAgi.class.getDeclaredMethods())
                .filter(method -> !java.lang.reflect.Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(String.class))
                .map(java.lang.reflect.Method::getName)
                .sorted()
                .toList();
        assertThat(withText).containsExactly("play", "playWhole", "record");
    }
}
