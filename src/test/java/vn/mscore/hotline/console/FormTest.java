package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.shared.UnitCode;

class FormTest {
    private static Form parse(String body) {
        return Form.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsAreReadWithTheirBounds() {
        Form form =
                parse("name=Tr%E1%BA%A7n+Minh&role=OPERATOR&n=12&blank=+&twice=a&twice=b&bare&long=" + "x".repeat(50));
        assertThat(form.text("name", 100)).hasValue("Trần Minh");
        assertThat(form.choice("role", Role.class)).hasValue(Role.OPERATOR);
        assertThat(form.number("n", 1, 12)).hasValue(12L);
        assertThat(form.number("n", 1, 11)).isEmpty();
        assertThat(form.text("blank", 10)).isEmpty();
        assertThat(form.text("bare", 10)).isEmpty();
        assertThat(form.texts("twice", 10)).containsExactly("a", "b");
        assertThat(form.text("long", 49)).isEmpty();
        assertThat(form.tooLong("long", 49)).isTrue();
        assertThat(form.choice("name", Role.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%e=1"})
    void aBrokenEscapeIsRefused(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(Form.Unreadable.class);
    }

    @Test
    void aLineEndIsOneCharacterAsInTheBrowser() {
        Form form = parse("words=a%0D%0Ab%0D%0Ac");
        assertThat(form.text("words", 5)).hasValue("a\nb\nc");
        assertThat(form.tooLong("words", 5)).isFalse();
    }

    @ParameterizedTest(name = "[{0}] names {1}")
    @CsvSource({
        "KS-PKT, KS-PKT",
        "' KS-PKT ', KS-PKT",
        "KS-PKT — Phòng Kinh tế, 0",
        "KS PKT, 0",
        "KS-PKT KS-HCC, 0",
        "phòng kinh tế, 0",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO, 0"
    })
    void anOfficeThatIsNamedIsReadOrRefusedAndNeverLeftOut(String typed, String unit) {
        assertThat(Form.of("unit", typed).unit("unit")).contains(new UnitCode(unit));
        assertThat(Form.of("unit", " ").unit("unit")).isEmpty();
        assertThat(Form.EMPTY.unit("unit")).isEmpty();
    }

    @Test
    void row127TooManyFieldsAreRefused() {
        assertThatThrownBy(() -> parse("a=1&".repeat(1_000))).isInstanceOf(Form.Unreadable.class);
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "/console/queue?state=MOI&page=2, /console/queue?state=MOI&page=2",
        "/console/, /console/",
        "/console, /console",
        "'', /console/",
        "https://evil.example/, /console/",
        "//evil.example, /console/",
        "/console//evil.example, /console/",
        "/console/../api, /console/",
        "/consoleX, /console/",
        "javascript:alert(1), /console/",
        "/handset/, /console/"
    })
    void theWayBackNeverLeadsOut(String asked, String way) {
        assertThat(LocalPath.of(asked)).isEqualTo(way);
    }

    @Test
    void aRowIdOfNineteenDigitsIsANumberAndOneTooLargeIsNone() {
        Form form = Form.of("id", "3766133045805029376", "large", "9999999999999999999");
        assertThat(form.number("id", 1, Long.MAX_VALUE)).contains(3766133045805029376L);
        assertThat(form.number("large", 1, Long.MAX_VALUE)).isEmpty();
    }
}
