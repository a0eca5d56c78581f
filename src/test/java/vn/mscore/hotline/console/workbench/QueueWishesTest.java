package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;

/** The address of the queue (security row 133). */
class QueueWishesTest {
    private static MultivaluedMap<String, String> query(String... pairs) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.add(pairs[i], pairs[i + 1]);
        }
        return query;
    }

    @ParameterizedTest(name = "row 133: {0}={1}")
    @CsvSource({
        "group, name;drop",
        "group, -1",
        "kind, feedback",
        "kind, %",
        "channel, FAX",
        "unit, ks' or 1=1 --",
        "unit, %",
        "after, 0000-00-00",
        "after, 1.0000-00-00.26000001",
        "after, 1.2026-13-01.26000001",
        "after, 99.2026-08-17.26000001",
        "after, 1.2026-08-17.",
    })
    void whatMeansNothingIsRefused(String name, String value) {
        assertThatThrownBy(() -> QueueWishes.of(query(name, value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void row133_aTextOfAMillionLettersIsRefused() {
        assertThatThrownBy(() -> QueueWishes.of(query("text", "a".repeat(1_000_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingAskedForIsTheBeginningOfWhatIsOpen() {
        QueueWishes wishes = QueueWishes.of(query("kind", "", "text", " "));
        assertThat(wishes.filter()).isEqualTo(CaseFilter.of(CaseFilter.Group.OPEN));
        assertThat(wishes.cursor()).isEqualTo(CaseCursor.START);
        assertThat(wishes.filtered()).isFalse();
    }

    @Test
    void theAddressLeadsBackToTheSameWishesButNeverHoldsTheWords() {
        QueueWishes wishes = QueueWishes.of(query(
                "group", "OVERDUE", "kind", "FEEDBACK", "unit", "KS-PKT", "channel", "SMS", "text", "sổ đỏ & đất"));
        assertThat(wishes.query()).isEqualTo("group=OVERDUE&kind=FEEDBACK&unit=KS-PKT&channel=SMS");
        assertThat(wishes.following(new CaseCursor(1, java.time.LocalDate.of(2026, 8, 17), "26001239")))
                .endsWith("&after=1.2026-08-17.26001239");
    }
}
