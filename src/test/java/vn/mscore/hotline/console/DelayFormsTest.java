package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.console.requests.DelayRows;
import vn.mscore.hotline.console.requests.RequestRow;

/** The page of a request about one's own data: how its day was moved, and the forms of the ways that are left. */
class DelayFormsTest {
    private static final String THIRD = "action=\"/console/requests/2612345/third-parties\"";
    private static final String EXTEND = "action=\"/console/requests/2612345/extend\"";
    private static final DelayRows.Row NOTED = new DelayRows.Row("third", "16/08/2026", "<b>Sở Xây dựng</b>");

    private static String page(DelayRows delays, long days, String tried) throws IOException {
        ClasspathLoader loader = new ClasspathLoader(DelayFormsTest.class.getClassLoader());
        loader.setPrefix("console");
        loader.setSuffix(".peb");
        PebbleEngine engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new PageExtension(new Words(), new AssetNames()))
                .addEscapingStrategy(Escaped.NAME, Escaped::of)
                .defaultEscapingStrategy(Escaped.NAME)
                .strictVariables(true)
                .build();
        RequestRow row =
                new RequestRow("2612345", "09", "14/08/2026", "18/08/2026", "", "03/09/2026", "", "", delays, days, "");
        Map<String, Object> model = new HashMap<>(
                Map.of("it", row, "words", List.of(), "outcomes", List.of(), "tried", tried, "typed", "ngắn quá"));
        model.putAll(Map.of("refusal", "", "csrf", "a-token", "language", "vi", "theme", "auto", "nav", List.of()));
        model.putAll(Map.of("path", "/console/requests/2612345", "fragment", false));
        model.put("viewer", null);
        StringWriter out = new StringWriter();
        engine.getTemplate("requests/one").evaluate(out, model, new Locale("vi"));
        return out.toString();
    }

    @Test
    void bothWaysAreOffered() throws IOException {
        assertThat(page(new DelayRows("", List.of(), List.of("third", "extended")), 15, ""))
                .contains(THIRD, EXTEND)
                .doesNotContain("hạn đầu", "ngắn quá", "<details class=\"card\" open");
    }

    @Test
    void wayThatWasTakenIsToldWithItsReasonAndNotOfferedAgain() throws IOException {
        assertThat(page(new DelayRows("29/08/2026", List.of(NOTED), List.of("extended")), 20, ""))
                .contains(EXTEND, "Bên thứ ba (20 ngày)", "16/08/2026", "&lt;b&gt;Sở Xây dựng", "hạn đầu 29/08/2026")
                .doesNotContain(THIRD);
    }

    @Test
    void nothingIsOfferedOnceTheDayHasPassed() throws IOException {
        assertThat(page(new DelayRows("", List.of(), List.of()), -1, ""))
                .contains("Đã quá hạn hoàn tất")
                .doesNotContain(THIRD, EXTEND);
    }

    @Test
    void whatWasTypedStandsInItsOwnFormAfterARefusal() throws IOException {
        String page = page(new DelayRows("", List.of(), List.of("third", "extended")), 15, "extended");
        assertThat(page).containsOnlyOnce("ngắn quá");
        assertThat(page.indexOf("ngắn quá")).isGreaterThan(page.indexOf(EXTEND));
        assertThat(page.substring(0, page.indexOf(EXTEND))).contains("<details class=\"card\" open");
    }
}
