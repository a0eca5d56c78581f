package vn.mscore.hotline.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfterEntryTest {
    // Deeds: a key as it is, "." half a second.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a hash after a choice, 1, #, ''",
        "a hash two seconds after a choice, 1, ....#, ''",
        "a hash three seconds after a choice is an answer, 1, ......#, #",
        "only one hash, 1, ##, #",
        "a key after a choice begins the next answer, 1, 2#, 2#",
        "two keys too many, 10, 77, ''",
        "keys too many half a second apart, 10, .7.7.7.7, ''",
        "a key a second later is an answer, 10, ..7, 7",
        "a key a second after one too many is an answer, 10, 7..7, 7",
        "a hash ends keys too many, 10, 7#7, 7",
        "a hash a second after the entry, 10, ..#7, 7",
        "nothing is too many after an answer, 10, ..77, 77"
    })
    void whatIsLeftOfTheKeysThatFollow(String name, int entry, String deeds, String left) {
        AtomicLong now = new AtomicLong();
        AfterEntry after = new AfterEntry(now::get);
        after.complete(entry);
        StringBuilder heard = new StringBuilder();
        for (char deed : deeds.toCharArray()) {
            if (deed == '.') {
                now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
            } else if (!after.swallows(deed)) {
                heard.append(deed);
            }
        }
        assertThat(heard).hasToString(left);
    }
}
