package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.SubjectAccess;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** The timeline of a number without a limit, with what stands in its cases. */
@Singleton
public class SqlSubjectAccess implements SubjectAccess {
    private static final Reason OWN_INTEREST = new Reason(
            SubjectAccess.OWN_INTEREST,
            "Thuê bao này có phiếu về đơn vị bạn đã khai có quan hệ, hoặc nêu tên bạn: để đồng nghiệp khác làm. / This number has"
                    + " a case about an office you are related with, or one that names you: leave it to a colleague.");

    private final Sql sql;
    private final BlindIndex index;
    private final SqlCaseFile file;
    private final SqlTimeline timeline;
    private final OwnLines more;
    private final SealedLines sealed;

    /** Joined by CDI. */
    @Inject
    SqlSubjectAccess(
            Sql sql, BlindIndex index, SqlCaseFile file, SqlTimeline timeline, OwnLines more, SealedLines sealed) {
        this.sql = sql;
        this.index = index;
        this.file = file;
        this.timeline = timeline;
        this.more = more;
        this.sealed = sealed;
    }

    @Override
    public Own of(Viewer viewer, PhoneNumber phone) {
        Optional<Reason> refusal = viewer.is(Role.OPERATOR) ? against(viewer, phone) : Optional.empty();
        boolean shown = viewer.is(Role.OPERATOR) && refusal.isEmpty();
        return new Own(refusal, shown ? lines(phone) : List.of());
    }

    private List<TimelineLine> lines(PhoneNumber phone) {
        List<TimelineLine> rooms = timeline.gathered(phone, OwnLines.ALL).toList();
        List<TimelineLine> all = Stream.concat(rooms.stream(), more.of(phone, rooms))
                .sorted(SqlTimeline.NEWEST_FIRST)
                .toList();
        return SqlTimeline.shown(sealed.without(all), line -> Shown.words(line.text()));
    }

    // A sealed case keeps nobody off: the refusal would tell that there is one.
    @Override
    public Optional<Reason> against(Viewer viewer, PhoneNumber phone) {
        boolean related = sql
                .rows(
                        "select c.ticket from complaint c where c.phone_index = ? and c.secret = 0 order by c.id",
                        row -> new TicketNumber(row.text("ticket")),
                        index.of(BlindIndex.Purpose.PHONE, phone))
                .stream()
                .anyMatch(ticket -> !file.isOpenTo(viewer, ticket, "data-request"));
        return related ? Optional.of(OWN_INTEREST) : Optional.empty();
    }
}
