package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter.Channel;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.triage.OwnName;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** Rows of cases for lists: what a {@link Sight} lets through, in working order. */
@Singleton
class SqlCaseRows {
    private static final String ORDER = " order by c.queue_rank, c.queue_due, c.ticket limit ?";

    private final Sql sql;
    private final Seals seals;
    private final Categories categories;
    private final Impartial impartial;

    @Inject
    SqlCaseRows(Sql sql, Seals seals, Categories categories, Impartial impartial) {
        this.sql = sql;
        this.seals = seals;
        this.categories = categories;
        this.impartial = impartial;
    }

    private record Found(long id, CaseCursor place, CaseRow row, Matter matter) {}

    /** At most {@code limit} rows within {@code sight}. */
    List<QueueItem> within(Sight sight, Viewer viewer, int limit) {
        String rows = "select c.* from complaint c where " + sight.sql() + ORDER;
        return items(sql.rows(rows, this::found, sight.with(limit)), viewer);
    }

    /**
     * As {@link #within}, when a good part of all open rows is within {@code sight}: goes along the queue until there are enough,
     * where the other way would seek out and sort all there are.
     */
    List<QueueItem> first(Sight sight, Viewer viewer, int limit) {
        String along = "select c.id from complaint c force index (complaint_queue) where " + sight.sql() + ORDER;
        String rows = "select c.* from complaint c join (" + along + ") f on f.id = c.id" + ORDER;
        return items(sql.rows(rows, this::found, sight.with(limit, limit)), viewer);
    }

    /** The tickets alone, in the same order. */
    List<TicketNumber> tickets(Sight sight, int limit) {
        return sql.rows(
                "select c.ticket from complaint c where " + sight.sql() + ORDER,
                row -> new TicketNumber(row.text("ticket")),
                sight.with(limit));
    }

    private List<QueueItem> items(List<Found> found, Viewer viewer) {
        Map<Long, String> words = firstWords(found, viewer);
        return found.stream().map(one -> item(one, words)).toList();
    }

    private QueueItem item(Found found, Map<Long, String> words) {
        QueueItem.Kind kind = found.row().classified() ? QueueItem.Kind.CASE : QueueItem.Kind.UNCLASSIFIED;
        String title = words.getOrDefault(found.id(), found.row().category());
        return new QueueItem(kind, found.place(), title, Optional.of(found.row()));
    }

    private Found found(Sql.Row row) throws SQLException {
        String ticket = row.text("ticket");
        CaseCursor place = new CaseCursor(
                (int) row.number("queue_rank"), Vietnam.day(row, "queue_due").orElseThrow(), ticket);
        return new Found(row.number("id"), place, row(row), matter(row));
    }

    /** What the case under the cursor is about. */
    Matter matter(Sql.Row row) throws SQLException {
        return new Matter(
                new TicketNumber(row.text("ticket")),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                seals.about(row.number("id"), row.bytes("about_sealed")));
    }

    /** The row under the cursor, which holds all columns of {@code complaint}. */
    CaseRow row(Sql.Row row) throws SQLException {
        String category = row.text("category");
        return new CaseRow(
                new TicketNumber(row.text("ticket")),
                (int) row.number("version"),
                ComplaintKind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                categories.byCode(category).map(Category::name).orElse(category),
                row.flag("urgent"),
                row.flag("classified"),
                channel(row.text("source")),
                Optional.ofNullable(row.text("unit_name")).map(name -> new UnitName(name, name)),
                Optional.ofNullable(row.text("holder_name")),
                Optional.ofNullable(row.text("step")).map(CaseClock.Step::valueOf),
                Optional.ofNullable(row.instant("step_warn")),
                row.flag("paused"),
                (int) row.number("level"),
                (int) row.number("repeats"),
                row.text("unread_due") != null
                        && !State.valueOf(row.text("state")).isWorkedOn());
    }

    static Channel channel(String source) {
        if (source.startsWith("sms:")) {
            return Channel.SMS;
        }
        boolean spoken = source.startsWith("call:") || source.startsWith("recording:");
        return spoken ? Channel.CALL : Channel.DESK;
    }

    private record Words(long complaint, String text) {}

    /** The citizen's first words of each case; none for delegates, who see the field instead, nor for who is related or named in them. */
    private Map<Long, String> firstWords(List<Found> found, Viewer viewer) {
        Map<Long, String> words = new HashMap<>();
        if (found.isEmpty() || viewer.is(Role.DELEGATE)) {
            return words;
        }
        String ids = "?" + ", ?".repeat(found.size() - 1);
        sql.rows(
                        "select w.complaint_id, w.id, w.words_sealed from complaint_words w join (select min(id) as id from"
                                + " complaint_words where author = 'CITIZEN' and complaint_id in (" + ids
                                + ") group by complaint_id) f on f.id = w.id",
                        row -> new Words(row.number("complaint_id"), title(row, viewer)),
                        found.stream().map(Found::id).toArray())
                .forEach(first -> words.put(first.complaint(), first.text()));
        Set<TicketNumber> offLimits =
                impartial.offLimits(viewer, found.stream().map(Found::matter).toList());
        found.stream()
                .filter(one -> offLimits.contains(one.matter().ticket()))
                .forEach(one -> words.put(one.id(), Shown.WITHHELD));
        return words;
    }

    private String title(Sql.Row row, Viewer viewer) throws SQLException {
        String text = seals.words(row.number("id"), row.bytes("words_sealed"));
        if (OwnName.isIn(text, viewer.name())) {
            return Shown.WITHHELD;
        }
        return Shown.title(viewer.is(Role.OPERATOR) ? Shown.masked(text) : Shown.withoutNumbers(text));
    }
}
