package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapedTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    row 13: an element          | <script>alert(1)</script> | &lt;script&gt;alert(1)&lt;/script&gt;
                    row 13: out of an attribute | " onmouseover='x          | &quot; onmouseover=&#39;x
                    row 14: expressions         | ${7*7} {{7*7}} %{x}       | ${7*7} {{7*7}} %{x}
                    row 15: quotes              | '; DROP TABLE x; --       | &#39;; DROP TABLE x; --
                    an entity stays as written  | &lt;b&gt;                 | &amp;lt;b&amp;gt;
                    Vietnamese                  | Đường vào thôn            | Đường vào thôn
                    """)
    void valuesShouldBeTextWhateverTheyHold(String name, String value, String shown) {
        assertThat(Escaped.of(value)).as(name).isEqualTo(shown);
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(ints = {0x202E, 0x2066, 0x200B, 0xFEFF, 0, 0x1B, 0xAD, 0xE000})
    void lettersNobodySeesShouldBeTakenOut(int unseen) {
        assertThat(Escaped.of("a" + (char) unseen + "b")).isEqualTo("ab");
    }
}
