package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadFieldsTest {
    /** Fields are divided by {@code /}, lines of one field by {@code +}; {@code NUL} and {@code CR} are what they say. */
    @ParameterizedTest(name = "row 132: {0} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    a browser's              | host=a/cookie=a=b; c=d/accept=*  | 0
                    a tab                    | x=aTABb                          | 0
                    a length                 | content-length=12                | 0
                    chunks                   | transfer-encoding=Chunked        | 0
                    a NUL in a value         | x=aNULb                          | 400
                    a return in a value      | x=aCRb                           | 400
                    a NUL in a name          | xNUL=a                           | 400
                    a blank in a name        | x y=a                            | 400
                    no name                  | =a                               | 400
                    two lengths              | content-length=3+5               | 400
                    two lengths in one       | content-length=3, 5              | 400
                    a length with a letter   | content-length=3x                | 400
                    a length below nothing   | content-length=-1                | 400
                    a length beyond counting | content-length=9999999999999999999 | 400
                    a length and chunks      | content-length=3/transfer-encoding=chunked | 400
                    chunks that are none     | transfer-encoding=xchunked       | 400
                    chunks twice             | transfer-encoding=chunked, chunked | 400
                    a hundred cookies        | cookie=100                       | 0
                    two hundred cookies      | cookie=200                       | 431
                    two lines of cookies     | cookie=60+60                     | 431
                    """)
    void aHeadIsRefusedThatIsNone(String name, String fields, int refusal) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (String field : fields.split("/")) {
            int equals = field.indexOf('=');
            lines.put(
                    spelled(field.substring(0, equals)),
                    Arrays.stream(field.substring(equals + 1).split("\\+"))
                            .map(HeadFieldsTest::spelled)
                            .toList());
        }
        assertThat(new HeadFields(lines).refusal()).isEqualTo(refusal);
    }

    private static String spelled(String text) {
        return text.matches("100|200|60")
                ? "a=b; ".repeat(Integer.parseInt(text) - 1) + "a=b"
                : text.replace("NUL", "\0").replace("CR", "\r").replace("TAB", "\t");
    }
}
