package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.reading.CaseParts;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** One case out of {@code complaint} and what hangs on it, cut to the viewer's role. */
@Singleton
public class SqlCaseFile implements CaseFile {
    private static final int MOST_PAGES = 1000;

    private final Sql sql;
    private final Sights sights;
    private final Seals seals;
    private final SqlCaseRows rows;
    private final SqlCaseHistory history;
    private final CaseParts parts;
    private final AuditTrail trail;
    private final Impartial impartial;

    /** Filters by {@code sights}; reveals through {@code trail}. */
    @Inject
    SqlCaseFile(
            Sql sql,
            Sights sights,
            Seals seals,
            SqlCaseRows rows,
            SqlCaseHistory history,
            CaseParts parts,
            AuditTrail trail,
            Impartial impartial) {
        this.sql = sql;
        this.sights = sights;
        this.seals = seals;
        this.rows = rows;
        this.history = history;
        this.parts = parts;
        this.trail = trail;
        this.impartial = impartial;
    }

    @Override
    public Optional<CaseView> of(Viewer viewer, TicketNumber ticket) {
        return isOpenTo(viewer, ticket, "read") ? one(viewer, ticket, row -> view(row, viewer)) : Optional.empty();
    }

    /** Whether nothing speaks against it that this viewer reads a case he could see; what does is written down. */
    boolean isOpenTo(Viewer viewer, TicketNumber ticket, String tried) {
        Optional<Matter> matter = one(viewer, ticket, rows::matter);
        return matter.flatMap(one -> impartial.against(viewer, one, tried)).isEmpty();
    }

    private <T> Optional<T> one(Viewer viewer, TicketNumber ticket, Sql.Reader<T> reader) {
        Sight sight = sights.open(viewer).and("c.ticket = ?", ticket.digits());
        return sql.first("select c.* from complaint c where " + sight.sql(), reader, sight.with());
    }

    private CaseView view(Sql.Row row, Viewer viewer) throws SQLException {
        long id = row.number("id");
        boolean operator = viewer.is(Role.OPERATOR);
        CaseRow shown = rows.row(row);
        CaseParts.Parts more = parts.of(viewer, shown);
        Optional<DossierCode> about = seals.about(id, row.bytes("about_sealed"));
        return new CaseView(
                shown,
                row.text("category"),
                Vietnam.day(row, "registered_on").orElseThrow(),
                Vietnam.day(row, "queue_due").orElseThrow(),
                Vietnam.day(row, "due").orElseThrow(),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                operator ? seals.phone(id, row.bytes("phone_sealed")).map(PhoneNumber::masked) : Optional.empty(),
                viewer.is(Role.DELEGATE) ? Optional.empty() : about,
                more.summary(),
                history.said(id, viewer, 0),
                history.steps(id, viewer, 0),
                history.earlier(id, viewer, 0),
                more.notes(),
                more.bonds(),
                more.suggested(),
                more.pending(),
                more.possible());
    }

    @Override
    public Optional<CaseView.Past> earlier(Viewer viewer, TicketNumber ticket, int page) {
        if (page < 1 || page > MOST_PAGES || !isOpenTo(viewer, ticket, "read")) {
            return Optional.empty();
        }
        return one(viewer, ticket, row -> row.number("id"))
                .map(id -> new CaseView.Past(
                        history.said(id, viewer, page),
                        history.steps(id, viewer, page),
                        history.earlier(id, viewer, page)));
    }

    /** The telephone numbers within a citizen's words, whole; empty where the viewer may not see the case. */
    List<String> numbersSaid(Viewer viewer, TicketNumber ticket) {
        return one(viewer, ticket, row -> history.numbers(row.number("id"))).orElse(List.of());
    }

    @Override
    public Optional<PhoneNumber> reveal(Viewer viewer, TicketNumber ticket) {
        if (!viewer.is(Role.OPERATOR) || !isOpenTo(viewer, ticket, "reveal")) {
            return Optional.empty();
        }
        Optional<PhoneNumber> phone = number(viewer, ticket);
        phone.ifPresent(number -> trail.note(viewer, "phone.revealed", ticket.digits(), ""));
        return phone;
    }

    /** The number behind a case, for the rooms of this house; empty where the viewer may not see the case. */
    Optional<PhoneNumber> number(Viewer viewer, TicketNumber ticket) {
        return one(viewer, ticket, row -> seals.phone(row.number("id"), row.bytes("phone_sealed")))
                .flatMap(phone -> phone);
    }
}
