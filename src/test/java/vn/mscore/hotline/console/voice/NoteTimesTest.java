package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of a recording in what people note. */
class NoteTimesTest {
    private final NoteTimes times = new NoteTimes();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "at the beginning        | 0:42 nói về sổ đỏ           | 42",
                "two of them             | 0:05 tên, 1:10 việc         | 5 70",
                "long recording          | 12:34 hết                   | 754",
                "no place                | gọi lại ngày mai            | ''",
                "a time of day           | hẹn 09:30:00                | ''",
                "seconds past sixty      | 1:75 gì đó                  | ''",
                "part of a number        | 110:42                      | ''",
                "only the time           | 0:42                        | 42",
                "in brackets             | (0:42)                      | 42",
                "nothing                 | ''                          | ''"
            })
    void placesAreFoundAndNoWordIsLost(String name, String note, String seconds) {
        List<NoteTimes.Piece> pieces = times.pieces(note);
        assertThat(pieces.stream()
                        .filter(NoteTimes.Piece::isTime)
                        .map(piece -> Integer.toString(piece.seconds()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(seconds);
        assertThat(pieces.stream().map(NoteTimes.Piece::text).collect(Collectors.joining()))
                .isEqualTo(note);
    }
}
