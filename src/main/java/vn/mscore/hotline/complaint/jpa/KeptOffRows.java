package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.triage.OwnName;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** What is found without the cases somebody keeps off: the number or the words that find one tell of it, though it shows none. */
@Singleton
class KeptOffRows {
    /** So many are passed over on the way to the next case; somebody kept off more in a row asks a colleague. */
    private static final int PASSED = 100;

    private final Sql sql;
    private final SqlCaseRows rows;
    private final Seals seals;
    private final Impartial impartial;

    @Inject
    KeptOffRows(Sql sql, SqlCaseRows rows, Seals seals, Impartial impartial) {
        this.sql = sql;
        this.rows = rows;
        this.seals = seals;
        this.impartial = impartial;
    }

    private record Found(long id, Matter matter) {}

    /** {@code items} without those that {@code viewer} keeps off. */
    List<QueueItem> without(List<QueueItem> items, Viewer viewer) {
        List<String> tickets = items.stream()
                .flatMap(item -> item.ticket().stream())
                .map(TicketNumber::digits)
                .toList();
        Set<TicketNumber> off = among(new Sight("true", List.of()).andIn("c.ticket", tickets), viewer, items.size());
        return items.stream()
                .filter(item -> item.ticket().filter(off::contains).isEmpty())
                .toList();
    }

    /** {@code sight} without them, for counting: looked for among {@code most} rows of it. */
    Sight without(Sight sight, Viewer viewer, int most) {
        List<String> off =
                among(sight, viewer, most).stream().map(TicketNumber::digits).toList();
        return off.isEmpty() ? sight : sight.and("c.ticket not in (" + Sql.marks(off.size()) + ")", off.toArray());
    }

    /** The first in working order that is none of {@code but} and that {@code viewer} does not keep off. */
    Optional<TicketNumber> first(Sight sight, Viewer viewer, Set<TicketNumber> but) {
        return rows.tickets(sight, but.size() + PASSED).stream()
                .filter(ticket -> !but.contains(ticket))
                .filter(impartial.offLimits(viewer).negate())
                .findFirst();
    }

    private Set<TicketNumber> among(Sight sight, Viewer viewer, int most) {
        List<Found> found = sql.rows(
                "select c.* from complaint c where " + sight.sql() + " limit ?", this::found, sight.with(most));
        Set<TicketNumber> off = new HashSet<>(
                impartial.offLimits(viewer, found.stream().map(Found::matter).toList()));
        Set<Long> naming = naming(found, viewer);
        found.stream()
                .filter(one -> naming.contains(one.id()))
                .forEach(one -> off.add(one.matter().ticket()));
        return off;
    }

    private Found found(Sql.Row row) throws SQLException {
        return new Found(row.number("id"), rows.matter(row));
    }

    private record Text(long complaint, boolean names) {}

    private Set<Long> naming(List<Found> found, Viewer viewer) {
        List<Long> ids = found.stream().map(Found::id).toList();
        if (ids.isEmpty() || !OwnName.isWhole(viewer.name())) {
            return Set.of();
        }
        return sql
                .rows(
                        "select complaint_id, id, words_sealed from complaint_words where author = 'CITIZEN' and complaint_id in ("
                                + Sql.marks(ids.size()) + ")",
                        row -> new Text(
                                row.number("complaint_id"),
                                OwnName.isIn(seals.words(row.number("id"), row.bytes("words_sealed")), viewer.name())),
                        ids.toArray())
                .stream()
                .filter(Text::names)
                .map(Text::complaint)
                .collect(Collectors.toSet());
    }
}
