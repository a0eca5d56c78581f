package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of a file of 1,000 bytes as players and attackers ask for them. */
class ByteRangeTest {
    private static final long SIZE = 1000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the whole file from its beginning          | bytes=0-                     | 0-999",
                "from the middle                            | bytes=500-                   | 500-999",
                "a piece                                    | bytes=10-19                  | 10-19",
                "one byte                                   | bytes=0-0                    | 0-0",
                "the last byte                              | bytes=999-999                | 999-999",
                "more than there is                         | bytes=990-5000               | 990-999",
                "the last hundred                           | bytes=-100                   | 900-999",
                "the last more than there is                | bytes=-5000                  | 0-999",
                "nothing at the end                         | bytes=-0                     | none of it",
                "behind the end                             | bytes=1000-                  | none of it",
                "far behind the end                         | bytes=999999999999999999-    | none of it",
                "too many digits                            | bytes=9999999999999999999-   | all",
                "backwards                                  | bytes=20-10                  | all",
                "two ranges                                 | bytes=0-1,5-6                | all",
                "another unit                               | items=0-5                    | all",
                "no numbers                                 | bytes=-                      | all",
                "a sign                                     | bytes=+1-5                   | all",
                "a word                                     | bytes=a-b                    | all",
                "nothing                                    | ''                           | all"
            })
    void rangesAreReadAsTheStandardSays(String name, String header, String expected) {
        String read = ByteRange.of(header, SIZE)
                .map(range -> range.satisfiable() ? range.from() + "-" + range.to() : "none of it")
                .orElse("all");
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 999, 1000", "5, 5, 1"})
    void aRangeHoldsBothItsEnds(long from, long to, long length) {
        assertThat(new ByteRange(from, to).length()).isEqualTo(length);
    }
}
