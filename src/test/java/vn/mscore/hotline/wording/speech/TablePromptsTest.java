package vn.mscore.hotline.wording.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class TablePromptsTest {
    private static final Map<String, String> STANDING = Map.of("so", "2608140012", "ngay", "2026-08-20", "n", "3");

    @TempDir
    private Path folder;

    @Test
    void aSentenceIsItsPiecesWithTheValuesBetween() {
        assertThat(SpeechScene.in(folder).say("doc-dang-xu-ly", "vi", STANDING))
                .containsExactly(("vi/doc-dang-xu-ly-1 vi/so/2 vi/so/6 vi/so/0 vi/so/8 vi/so/1 vi/so/4 vi/im-lang"
                                + " vi/so/0 vi/so/0 vi/so/1 vi/so/2 vi/doc-dang-xu-ly-2"
                                + " vi/so/ngay-20 vi/so/thang-8 vi/so/nam vi/so/2 vi/so/nghin vi/so/khong-tram vi/so/26"
                                + " vi/im-lang vi/doc-dang-xu-ly-3 vi/so/3 vi/doc-dang-xu-ly-4")
                        .split(" "));
    }

    @Test
    void aSentenceWithoutGapsIsOneSound() {
        assertThat(SpeechScene.in(folder).say("menu-chinh", "vi", Map.of())).containsExactly("vi/menu-chinh");
    }

    @ParameterizedTest
    @CsvSource({"ngay, 2026-02-31", "n, -4", "n, 1000000000001", "so, H50", "so, ''"})
    void rows107And108AValueThatCannotBeSaidGivesTheGeneralSentence(String gap, String value) {
        Map<String, String> values = new java.util.HashMap<>(STANDING);
        values.put(gap, value);
        assertThat(SpeechScene.in(folder).say("doc-dang-xu-ly", "vi", values))
                .containsExactly("vi/doc-dang-xu-ly-chung");
    }

    @Test
    void row107AMissingValueGivesTheGeneralSentence() {
        assertThat(SpeechScene.in(folder).say("doc-dang-xu-ly", "vi", Map.of()))
                .containsExactly("vi/doc-dang-xu-ly-chung");
    }

    @Test
    void anUnknownPromptIsAMistakeOfTheProgram() {
        SpeechScene scene = SpeechScene.in(folder);
        assertThatThrownBy(() -> scene.say("menu-phu", "vi", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOfficeIsSaidByItsRoomAndItsPlace() {
        Map<String, String> values = Map.of("buoc", "Thẩm định", "don-vi", "TT PVHCC xã Khe Sanh", "n", "2");
        assertThat(SpeechScene.in(folder).say("doc-chi-tiet", "vi", values))
                .containsExactly(
                        "vi/doc-chi-tiet-1",
                        "vi/tu/tham-dinh",
                        "vi/doc-chi-tiet-2",
                        "vi/tu/noi-trung-tam-phuc-vu-hanh-chinh-cong",
                        "vi/tu/noi-xa-khe-sanh",
                        "vi/doc-chi-tiet-3",
                        "vi/so/2",
                        "vi/doc-chi-tiet-4");
    }

    @Test
    void anUnknownOfficeIsSpokenOrLeftToTheGeneralSentence() {
        Map<String, String> values = Map.of("don-vi", "Hợp tác xã Bình Minh", "ngay", "2026-08-20");
        assertThat(SpeechScene.in(folder).say("phieu-da-chuyen", "vi", values))
                .containsExactly("vi/phieu-da-chuyen-chung");
        assertThat(SpeechScene.in(folder, words -> Optional.of("loi/abc")).say("phieu-da-chuyen", "vi", values))
                .startsWith("vi/phieu-da-chuyen-1", "loi/abc", "vi/im-lang", "vi/phieu-da-chuyen-2");
    }

    @Test
    void anUnknownPackMeansVietnameseAndSoDoesOneWithoutRecordings() {
        SpeechScene scene = SpeechScene.in(folder);
        assertThat(scene.say("menu-chinh", "khmer", Map.of())).containsExactly("vi/menu-chinh");
        assertThat(scene.say("menu-chinh", "bru", Map.of())).containsExactly("vi/menu-chinh");
        assertThat(scene.prompts.packs()).containsExactly("vi");
    }

    @Test
    void aPackSpeaksWhatItHasRecordedAndItsNumbersInVietnameseUntilThoseAreThereToo() {
        SpeechScene.put(folder, "bru/menu-chinh.wav", SpeechScene.tone());
        SpeechScene.put(folder, "bru/uoc-luong-1.wav", SpeechScene.tone());
        SpeechScene.put(folder, "bru/uoc-luong-2.wav", SpeechScene.tone());
        SpeechScene scene = SpeechScene.in(folder);
        assertThat(scene.prompts.packs()).containsExactly("vi", "bru");
        assertThat(scene.say("menu-chinh", "bru", Map.of())).containsExactly("bru/menu-chinh");
        assertThat(scene.say("uoc-luong", "bru", Map.of("n", "15")))
                .containsExactly("bru/uoc-luong-1", "vi/so/15", "bru/uoc-luong-2");
        assertThat(scene.say("uoc-luong", "bru", Map.of("n", "-1"))).containsExactly("vi/uoc-luong-chung");
    }

    @Test
    void aSentenceIsNeverMixedFromTwoPacks() {
        SpeechScene.put(folder, "bru/uoc-luong-1.wav", SpeechScene.tone());
        assertThat(SpeechScene.in(folder).say("uoc-luong", "bru", Map.of("n", "15")))
                .containsExactly("vi/uoc-luong-1", "vi/so/15", "vi/uoc-luong-2");
    }

    @Test
    void aPackMayPutItsGapsInAnotherOrder() {
        SpeechScene.put(
                folder,
                "bru/prompts.tsv",
                "uoc-luong\tflow\t{n:number} phút nữa\tkhông biết\n".getBytes(StandardCharsets.UTF_8));
        SpeechScene.put(folder, "bru/uoc-luong-1.wav", SpeechScene.tone());
        assertThat(SpeechScene.in(folder).say("uoc-luong", "bru", Map.of("n", "5")))
                .containsExactly("vi/so/5", "bru/uoc-luong-1");
    }

    @Test
    void row107AFileInAWrongFormatIsPassedOverAndNamed() {
        SpeechScene.put(folder, "vi/menu-chinh.wav", "no sound".getBytes(StandardCharsets.UTF_8));
        SpeechScene scene = SpeechScene.in(folder);
        assertThat(scene.prompts.faults()).containsExactly("vi/menu-chinh: wav-none");
        assertThat(scene.say("menu-chinh", "vi", Map.of())).containsExactly("vi/menu-chinh");
        assertThat(scene.store.wav("vi/menu-chinh").orElseThrow()).hasSizeGreaterThan(100_000);
    }

    @Test
    void row107AMissingSoundIsNamedAndTheSentenceThatNeedsItBecomesTheLastWord() {
        SpeechScene.put(folder, "vi/prompts.tsv", withRow("moi-toanh\tflow\tLời mới toanh.\t-"));
        SpeechScene scene = SpeechScene.in(folder);
        assertThat(scene.prompts.faults()).containsExactly("vi/moi-toanh: sound-missing");
        assertThat(scene.say("moi-toanh", "vi", Map.of())).containsExactly("vi/loi-chung");
    }

    @ParameterizedTest
    @CsvSource({
        "moi\tflow\tCòn {n:so-dem} ngày\tCòn, brace that is no gap",
        "moi\tflow\tCòn {n:vector} ngày\tCòn, unknown type vector",
        "moi\tflow\tCòn {n} ngày\tCòn, brace",
        "moi\tflow\tCòn {n:number} ngày\t-, no general sentence",
        "moi\tflow\tCòn ngày\tCòn, needs no general sentence",
        "moi\tflow\t\t-, no text",
        "moi\tcall\tCòn\t-, unknown use",
        "Mới\tflow\tCòn\t-, name that is none",
        "../moi\tflow\tCòn\t-, name that is none",
        "menu-chinh\tflow\tCòn\t-, comes twice",
        "uoc-luong-1\tflow\tCòn\t-, has the sound of another row"
    })
    void aWrongRowRefusesTheStartAndIsNamed(String row, String why) {
        SpeechScene.put(folder, "vi/prompts.tsv", withRow(row));
        assertThatThrownBy(() -> SpeechScene.in(folder))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageContaining(why);
    }

    private static byte[] withRow(String row) {
        String packed = new String(
                new PromptFolders(key -> Optional.empty())
                        .packed("vi/prompts.tsv")
                        .orElseThrow(),
                StandardCharsets.UTF_8);
        return (packed + row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCatalogueWithoutANumberRefusesTheStart() {
        String packed = new String(withRow("# end"), StandardCharsets.UTF_8);
        SpeechScene.put(
                folder,
                "vi/prompts.tsv",
                packed.replaceAll("(?m)^so/15\t.*$", "").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SpeechScene.in(folder)).hasMessageContaining("so/15 is missing");
    }

    @Test
    void slowSpeechIsMadeFromTheSameSoundsAndOfferedAsNoLanguage() {
        SpeechScene scene = SpeechScene.in(folder);
        scene.store.layOut(Map.of());
        assertThat(scene.say("cam-on", "vi-cham", Map.of())).containsExactly("vi/cam-on");
        while (scene.store.slowDown(1000) > 0) {
            continue;
        }
        assertThat(scene.say("cam-on", "vi-cham", Map.of())).containsExactly("vi-cham/cam-on");
        assertThat(scene.say("uoc-luong", "vi-cham", Map.of("n", "15")))
                .containsExactly("vi-cham/uoc-luong-1", "vi-cham/so/15", "vi-cham/uoc-luong-2");
        assertThat(scene.prompts.packs()).containsExactly("vi");
        double slower = (double) scene.store.wav("vi-cham/menu-chinh").orElseThrow().length
                / scene.store.wav("vi/menu-chinh").orElseThrow().length;
        assertThat(slower).isBetween(1.2, 1.3);
    }

    @Test
    void everySoundIsLaidOutForTheExchangeOnceAndAgainWhenItsFileChanges() {
        SpeechScene scene = SpeechScene.in(folder);
        int all = scene.store.layOut(Map.of());
        assertThat(all).isGreaterThan(1000);
        assertThat(scene.store.layOut(Map.of())).isZero();
        assertThat(scene.store.folder().resolve("vi/so/21.wav")).exists();
        SpeechScene.put(folder, "vi/so/21.wav", SpeechScene.tone());
        assertThat(scene.store.layOut(Map.of())).isEqualTo(1);
        assertThat(scene.store.folder().resolve("vi/so/21.wav")).hasBinaryContent(SpeechScene.tone());
    }

    @ParameterizedTest
    @CsvSource({"../../secrets/api-key", "vi/../prompts", "/etc/passwd", "vi/menu-chinh.wav", "''", "vi//so"})
    void row96NoIdLeadsOutOfTheFolder(String id) {
        assertThat(SpeechScene.in(folder).store.wav(id)).isEqualTo(Optional.<byte[]>empty());
    }

    @Test
    void whatASoundSaysCanBeRead() {
        SpeechScene scene = SpeechScene.in(folder);
        assertThat(scene.store.text("vi/so/24")).contains("hai mươi tư");
        assertThat(scene.store.text("bru/so/24")).contains("hai mươi tư");
        assertThat(List.of(scene.store.text("vi/bip"), scene.store.text("loi/abc")))
                .containsOnly(Optional.empty());
    }
}
