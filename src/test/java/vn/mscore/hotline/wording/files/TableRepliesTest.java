package vn.mscore.hotline.wording.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.wording.ReplyTemplates;

class TableRepliesTest {
    private final ReplyTemplates replies = new TableReplies(key -> Optional.empty());

    @Test
    void ownCategoryShouldComeFirst() {
        assertThat(replies.of("GTDB"))
                .first()
                .extracting(ReplyTemplates.Reply::code)
                .isEqualTo("DUONG");
        assertThat(replies.of("KHAC"))
                .allMatch(reply -> reply.category().equals("*"))
                .isNotEmpty();
    }

    /** Its day is the one the case is answered on, and with it the clock stops. */
    @Test
    void answersShouldTellNoDayOfTheCaseAndNothingThatIsSaidMeanwhile() {
        assertThat(Stream.of("HSQH", "GTDB", "TDPV", "DNVT", "DDAI", "KHAC").flatMap(code -> replies.of(code).stream()))
                .isNotEmpty()
                .noneMatch(reply -> reply.text().contains("{due}"))
                .noneMatch(reply -> reply.category().equals(ReplyTemplates.MEANWHILE));
        assertThat(replies.of(ReplyTemplates.MEANWHILE))
                .extracting(ReplyTemplates.Reply::code)
                .contains("KIEM_TRA", "BO_SUNG");
    }

    @Test
    void gapsWithoutAValueShouldStayForTheOperator() {
        assertThat(replies.render("XONG", Map.of("unit", "UBND xã {due} $1")))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("UBND xã {due} $1", "{date}", ReplyTemplates.OPEN));
        assertThat(replies.render("BO_SUNG", Map.of("ticket", "26001234")))
                .hasValueSatisfying(text -> assertThat(text).contains("BS 26001234", ReplyTemplates.OPEN));
        assertThat(replies.render("XYZ", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\t*\tTên", "A\t*\tTên\tChào {phone}", "A\t*\tTên\tChào\nA\t*\tTên\tChào"})
    void wrongTableShouldRefuseTheStart(String rows, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("replies.tsv"), "code\tcategory\ttitle\ttext\n" + rows + "\n");
        Settings settings =
                key -> Optional.of(key).filter("hotline.replies.file"::equals).map(found -> file.toString());
        assertThatThrownBy(() -> new TableReplies(settings)).isInstanceOf(Settings.WrongSetting.class);
    }
}
