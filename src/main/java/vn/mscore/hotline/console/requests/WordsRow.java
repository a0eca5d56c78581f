package vn.mscore.hotline.console.requests;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import vn.mscore.hotline.citizen.SubjectDesk.Said;
import vn.mscore.hotline.console.Shown;

/**
 * What somebody said about his data.
 *
 * @param channel key of the words for how it came
 * @param wish key of the words for what is wanted
 * @param by who wrote it down and read it back, empty of a text
 * @param text telephone numbers covered
 */
@Vetoed
public record WordsRow(String at, String channel, String wish, String by, String text) {
    static List<WordsRow> of(List<Said> words) {
        return words.stream().map(WordsRow::of).toList();
    }

    private static WordsRow of(Said said) {
        String channel = said.takenBy().isPresent() ? "enter.channel." + said.channel() : "requests.by-text";
        return new WordsRow(
                Shown.time(said.at()),
                channel,
                "requests.wish." + said.wish(),
                said.takenBy().orElse(""),
                vn.mscore.hotline.complaint.Shown.masked(said.text()));
    }

    static boolean covers(List<WordsRow> rows) {
        return rows.stream().anyMatch(row -> vn.mscore.hotline.complaint.Shown.isCovered(row.text()));
    }
}
