package vn.mscore.hotline.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.wording.TemplateDesk.Checked;
import vn.mscore.hotline.wording.TemplateDesk.Measure;

class TemplateDeskIT {
    private static final String NAME = "T30";
    private House house;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Checked save(Language language, String text) {
        Map<Language, String> texts =
                new EnumMap<>(desk().find(NAME).orElseThrow().texts());
        texts.put(language, text);
        return desk().save(NAME, texts, "kythuat");
    }

    private TemplateDesk desk() {
        return house.get(TemplateDesk.class);
    }

    @Test
    void aRewrittenTextIsSentFromNowOnAndTheOldOneIsKept() {
        String packed = desk().find(NAME).orElseThrow().texts().get(Language.VI_PLAIN);
        Checked first = save(Language.VI_PLAIN, "He thong dang ban, xin cho it phut.");
        assertThat(first.faults()).isEmpty();
        save(Language.VI_PLAIN, "He thong dang ban, xin cho chut it.");
        assertThat(house.get(SmsTemplates.class).render(NAME, Language.VI_PLAIN, Map.of()))
                .isEqualTo("He thong dang ban, xin cho chut it.");
        assertThat(desk().history(NAME))
                .extracting(TemplateDesk.Past::text)
                .containsExactly("He thong dang ban, xin cho chut it.", "He thong dang ban, xin cho it phut.", packed);
        assertThat(desk().history(NAME).get(2).at()).isEmpty();
        assertThat(desk().find(NAME).orElseThrow().rewritten()).isTrue();
        assertThat(desk().all()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xem {ten}",
                "",
                "Tin ve to cao da nhan",
                "Xem https://example.vn",
                "Có dấu tiếng Việt",
                "Dong\nxuong dong",
                "Mot dau \u2013 ngoai bang"
            })
    void rows165To168WordsThatBreakARuleAreRefused(String text) {
        assertThat(save(Language.VI_PLAIN, text).faults()).isNotEmpty();
        assertThat(desk().history(NAME)).isEmpty();
    }

    @Test
    void row166ATextOfMoreThanItsPartsIsRefused() {
        assertThat(save(Language.VI_PLAIN, "a".repeat(161)).faults()).isNotEmpty();
    }

    @Test
    void lengthPartsAndAlphabetAreMeasured() {
        assertThat(Measure.of("a".repeat(160)).parts()).isEqualTo(1);
        assertThat(Measure.of("a".repeat(161)).parts()).isEqualTo(2);
        assertThat(Measure.of("ữ".repeat(70))).isEqualTo(new Measure("ữ".repeat(70), true, 70, 1));
        assertThat(Measure.of("ữ".repeat(135)).parts()).isEqualTo(3);
    }

    @Test
    void anUnknownNameIsNotFound() {
        assertThat(desk().find("T99")).isEmpty();
    }
}
