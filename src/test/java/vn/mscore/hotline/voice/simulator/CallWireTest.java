package vn.mscore.hotline.voice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page may send, and how loud is silence. */
class CallWireTest {
    private final CallWire wire = new CallWire(Duration.ofSeconds(30));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "one key, 1, true, 1",
                "all keys, 0123456789*#, true, 0123456789*#",
                "letters of a keypad, A1D, true, 1",
                "a word, gọi, false, ''",
                "small letters, a, false, ''",
                "a command, '1; EXEC System', false, ''",
                "a line break, '1\n2', false, ''",
                "nothing, '', true, ''"
            })
    void onlyKeysArePressed(String name, String pressed, boolean taken, String heard) {
        assertThat(wire.press(pressed)).isEqualTo(taken);
        StringBuilder keys = new StringBuilder();
        for (char key = wire.key(); key != ' '; key = wire.key()) {
            keys.append(key);
        }
        assertThat(keys.toString()).isEqualTo(heard);
    }

    @Test
    void moreKeysThanAnybodyPressesAreRefused() {
        assertThat(wire.press("1".repeat(200))).isTrue();
        assertThat(wire.press("1")).isFalse();
    }

    @Test
    void halfASampleIsRefused() {
        wire.beginSpeech();
        assertThat(wire.speak(new byte[3])).isFalse();
        assertThat(wire.speak(new byte[4])).isTrue();
        assertThat(wire.speech()).hasSize(4);
    }

    @Test
    void speechOutsideARecordingIsNotHeard() {
        assertThat(wire.speak(new byte[4])).isTrue();
        assertThat(wire.hasSpeech()).isFalse();
    }

    @Test
    void moreSpeechThanARecordingMayHoldIsRefused() {
        wire.beginSpeech();
        assertThat(wire.speak(new byte[4 << 20])).isTrue();
        assertThat(wire.speak(new byte[2])).isFalse();
    }

    @ParameterizedTest(name = "{0}: silent at the end for {2} s, {3} s spoken")
    @CsvSource({"3x4000 2x0, 5, 2, 3", "3x0 2x4000, 5, 0, 2", "5x100, 5, 5, 0", "'', 0, 0, 0"})
    void silenceIsMeasuredAtTheEnd(String parts, int seconds, int silent, int spoken) {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        for (String part : parts.isEmpty() ? new String[0] : parts.split(" ")) {
            String[] words = part.split("x");
            samples.writeBytes(PageCaller.sound(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
        }
        assertThat(Speaking.length(samples.size())).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(Speaking.silenceAtEnd(samples.toByteArray())).isEqualTo(Duration.ofSeconds(silent));
        assertThat(Speaking.voiced(samples.toByteArray())).isEqualTo(Duration.ofSeconds(spoken));
    }
}
