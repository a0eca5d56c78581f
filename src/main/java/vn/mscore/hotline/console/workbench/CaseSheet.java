package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.report.Sheet;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.UnitName;

/**
 * The list of cases as a table to take away: the rows that the page would show, through the same row filter, without a word
 * or a number of a citizen (security R42). Read page by page, so that its length does not matter.
 */
@Singleton
public class CaseSheet {
    /** In file names and the audit trail. */
    static final String NAME = "danh-sach-phieu";

    /** By the end of their words {@code sheet.column.*}. */
    private static final List<String> COLUMNS = List.of(
            "ticket",
            "kind",
            "category",
            "channel",
            "state",
            "urgent",
            "unit",
            "holder",
            "step",
            "due",
            "level",
            "repeats");

    private final CaseList cases;
    private final Words words;

    /** Reads {@code cases}. */
    @Inject
    public CaseSheet(CaseList cases, Words words) {
        this.cases = cases;
        this.words = words;
    }

    /** The table; its rows are read while it is written, in the transaction of whoever writes it. */
    Sheet of(Viewer viewer, CaseFilter filter, Language language) {
        Stream<List<Object>> rows = Stream.iterate(
                        Optional.of(cases.page(viewer, filter, CaseCursor.START)),
                        Optional::isPresent,
                        page -> page.flatMap(CaseList.Page::next).map(next -> cases.page(viewer, filter, next)))
                .flatMap(page -> page.orElseThrow().items().stream())
                .map(item -> row(item, viewer, language));
        return new Sheet(
                NAME,
                COLUMNS.stream()
                        .map(column -> words.say(language, "sheet.column." + column))
                        .toList(),
                rows,
                List.of(words.say(language, "sheet.note")));
    }

    private List<Object> row(QueueItem item, Viewer viewer, Language language) {
        CaseRow row = item.row().orElseThrow();
        return Arrays.asList(
                row.ticket().digits(),
                words.say(language, "kind." + row.kind()),
                row.category(),
                words.say(language, "channel." + row.channel()),
                words.say(language, "state." + row.state()),
                row.urgent() ? "x" : "",
                row.unit().map(UnitName::full),
                viewer.is(Role.OPERATOR) ? row.holder() : Optional.empty(),
                row.step().map(step -> words.say(language, "step." + step)),
                item.due(),
                row.level(),
                row.repeats());
    }
}
