package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.QuestionMarks;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Marks in {@code complaint_question}. What a delegate does not see he cannot mark, and learns nothing by trying. */
@Singleton
public class SqlQuestionMarks implements QuestionMarks {
    private static final Reason UNKNOWN =
            new Reason("question.unknown", "Không có phiếu này. / There is no such ticket.");

    private final Sql sql;
    private final InTransaction transaction;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    /** Sees what {@code sights} lets a viewer see. */
    @Inject
    public SqlQuestionMarks(Sql sql, InTransaction transaction, Sights sights, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> mark(Viewer viewer, TicketNumber ticket) {
        return transaction.call(
                () -> find(viewer, ticket).map(id -> put(viewer, ticket, id)).orElse(Optional.of(UNKNOWN)));
    }

    private Optional<Reason> put(Viewer viewer, TicketNumber ticket, long id) {
        boolean isNew = sql.insertNew(
                "insert into complaint_question (complaint_id, area, marked_by, marked_at) values (?, ?, ?, ?)",
                id,
                viewer.unit().orElseThrow().value(),
                viewer.login(),
                clock.instant());
        if (isNew) {
            audit.note(viewer, "question.marked", ticket.digits(), "");
        }
        return Optional.empty();
    }

    @Override
    public Optional<Reason> unmark(Viewer viewer, TicketNumber ticket) {
        return transaction.call(() -> find(viewer, ticket)
                .filter(id -> take(viewer, id))
                .map(id -> {
                    audit.note(viewer, "question.unmarked", ticket.digits(), "");
                    return Optional.<Reason>empty();
                })
                .orElse(Optional.of(UNKNOWN)));
    }

    private boolean take(Viewer viewer, long id) {
        return sql.update(
                        "delete from complaint_question where complaint_id = ? and area = ?",
                        id,
                        viewer.unit().orElseThrow().value())
                > 0;
    }

    private Optional<Long> find(Viewer viewer, TicketNumber ticket) {
        if (!viewer.is(Role.DELEGATE) || viewer.unit().isEmpty()) {
            return Optional.empty();
        }
        Sight sight = sights.open(viewer).and("c.ticket = ?", ticket.digits());
        return sql.first("select c.id from complaint c where " + sight.sql(), row -> row.number("id"), sight.with());
    }
}
