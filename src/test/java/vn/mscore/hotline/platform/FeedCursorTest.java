package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 4711, Long.MAX_VALUE})
    void cursorShouldComeBackAsItWent(long place) {
        FeedCursor cursor = new FeedCursor(place);
        assertThat(FeedCursor.parse(cursor.toString())).contains(cursor);
        assertThat(cursor.toString()).matches("[A-Za-z0-9_-]{11}");
    }

    @Test
    void absentCursorShouldBeTheStart() {
        assertThat(FeedCursor.parse(null)).contains(FeedCursor.START);
        assertThat(FeedCursor.parse("")).contains(FeedCursor.START);
    }

    @ParameterizedTest(name = "row 133: {0}")
    @ValueSource(
            strings = {
                "x",
                "AAAAAAAAAA!",
                "__________8",
                "' or ''='",
                "AAAAAAAAAAAA",
                "-1",
                "AAAAAAAAAAÁ",
                "AAAAAAAAAA="
            })
    void falseCursorShouldBeRefused(String text) {
        assertThat(FeedCursor.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "row 133: limit {0} is {1}")
    @CsvSource({"'', 100", "1, 1", "0, 1", "200, 200", "201, 200", "999999999, 200"})
    void limitShouldBeCapped(String limit, int most) {
        assertThat(FeedRequest.parse(null, limit)).map(FeedRequest::limit).contains(most);
    }

    @ParameterizedTest(name = "row 133: limit {0}")
    @ValueSource(strings = {"-1", "1e9", "9999999999", "ten", "1;drop table score", "１"})
    void malformedLimitShouldBeRefused(String limit) {
        assertThat(FeedRequest.parse(null, limit)).isEmpty();
    }
}
