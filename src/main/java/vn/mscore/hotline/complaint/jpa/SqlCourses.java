package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Guided;
import vn.mscore.hotline.complaint.CaseClock.Pause;
import vn.mscore.hotline.complaint.CaseClock.Promise;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Signed;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime.Escalation;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.clock.Courses;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Clocks in the columns of {@code complaint} and in the tables of pauses and rungs. */
@Singleton
public class SqlCourses implements Courses {
    /**
     * The day of the paper whose clock a step (first) of a case (second) is, or of the hand-back: another paper, another way
     * back, and each office that has to accept, is another term.
     */
    static final String TERM = "coalesce((select p.paper_on from complaint_petition p where p.complaint_id = %2$s"
            + " and %1$s in ("
            + Stream.of(Step.values())
                    .filter(Step::isSigned)
                    .map(step -> "'" + step + "'")
                    .collect(Collectors.joining(", "))
            + ")), (select date(b.handed_back_at) from complaint b where b.id = %2$s and %1$s = 'FORWARD'),"
            + " (select date(r.routed_at) from complaint r where r.id = %2$s and %1$s = 'ACCEPT'), '1970-01-01')";

    /** The states in which somebody works on a case, as a list. */
    static final String WORKED_ON = Stream.of(State.values())
            .filter(State::isWorkedOn)
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    private static final String OF_THE_DESK = "e.step in ('TRIAGE', 'FORWARD')";

    /** When the step of a rung was over: the desk sorted, sent or guided it, the office began, or it answered or lost the case. */
    private static final String DONE = "select min(v.at) from complaint_event v where v.complaint_id = e.complaint_id"
            + " and v.at >= e.at and case"
            + " when v.deed in ('petition.guided', 'petition.booked') then e.step not in ('PETITION_ACCEPT', 'PETITION_SETTLE')"
            + " when e.step = 'PETITION_ACCEPT' and v.deed in ('petition.accepted', 'petition.refused') then true"
            + " when e.step = 'TRIAGE' then v.deed = 'classify' or v.to_state not in ('MOI', 'PHAN_LOAI')"
            + " when e.step = 'FORWARD' then v.to_state not in ('MOI', 'PHAN_LOAI')"
            + " when e.unit is null then v.to_state not in ('MOI', 'PHAN_LOAI', 'MO_LAI')"
            + " when v.deed = 'routed' and v.at > e.at then true"
            + " when e.step = 'ACCEPT' then v.to_state <> 'DA_CHUYEN'"
            + " else v.to_state not in ('DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI') end";

    /** Whether it was explained in the name of who was late. */
    private static final String EXPLAINED = "exists (select 1 from complaint_explanation x"
            + " where x.complaint_id = e.complaint_id and x.step = e.step and x.due = e.due and x.unit <=> e.unit)";

    private final Sql sql;
    private final Sights sights;
    private final MergedDays merged;
    private final Ids ids;
    private final Clock clock;

    /** Stamps by {@code clock}; asks {@code sights} whose step it was. */
    @Inject
    SqlCourses(Sql sql, Sights sights, MergedDays merged, Ids ids, Clock clock) {
        this.merged = merged;
        this.sql = sql;
        this.sights = sights;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Course> of(TicketNumber ticket) {
        return sql.first("select * from complaint where ticket = ? and not secret", this::course, ticket.digits());
    }

    @Override
    public boolean isAtTheDesk(TicketNumber ticket) {
        return sql.exists("select id from complaint where ticket = ? and unit is null", ticket.digits());
    }

    private Course course(Sql.Row row) throws SQLException {
        return new Course(
                ComplaintKind.valueOf(row.text("kind")),
                row.text("category"),
                row.flag("urgent"),
                State.valueOf(row.text("state")),
                promise(row),
                row.instant("registered_at"),
                Optional.ofNullable(row.instant("sorted_at")),
                Optional.ofNullable(row.instant("routed_at")),
                Optional.ofNullable(row.instant("reopened_at")),
                Optional.ofNullable(row.instant("handed_back_at")),
                pauses(row.number("id")),
                (int) row.number("extended_days"),
                signed(row.number("id")),
                guided(row.number("id")),
                merged.of(row.number("id")));
    }

    /** A day that was told with the office stays told: it may have been the nearer one of somebody who was merged into it then. */
    private static Promise promise(Sql.Row row) throws SQLException {
        LocalDate from = Vietnam.day(row, "answer_from").orElseThrow();
        int days = (int) row.number("answer_days");
        return Vietnam.day(row, "told_from").filter(from::equals).isPresent()
                ? new Promise(from, Math.min(days, (int) row.number("told_days")))
                : new Promise(from, days);
    }

    private Optional<Signed> signed(long complaint) {
        return sql.first(
                "select paper_on, accepted_on, complex, remote, second_time, refused_on, noted_at from complaint_petition"
                        + " where complaint_id = ? and paper_on is not null",
                row -> {
                    boolean complex = row.flag("complex");
                    boolean remote = row.flag("remote");
                    boolean second = row.flag("second_time");
                    return new Signed(
                            Vietnam.day(row, "paper_on").orElseThrow(),
                            Vietnam.day(row, "accepted_on").map(on -> new Acceptance(on, complex, remote, second)),
                            Vietnam.day(row, "refused_on"),
                            row.instant("noted_at"));
                },
                complaint);
    }

    private Optional<Guided> guided(long complaint) {
        return sql.first(
                "select guided_at, meeting_on, learned_on from complaint_petition"
                        + " where complaint_id = ? and guided_at is not null",
                row -> new Guided(
                        row.instant("guided_at"), Vietnam.day(row, "meeting_on"), Vietnam.day(row, "learned_on")),
                complaint);
    }

    private List<Pause> pauses(long complaint) {
        return sql.rows(
                "select since, until from complaint_pause where complaint_id = ? order by since",
                row -> new Pause(row.instant("since"), Optional.ofNullable(row.instant("until"))),
                complaint);
    }

    @Override
    public void show(Complaint complaint, Optional<Reading> first, boolean dueStands, Optional<Instant> lookAt) {
        sql.update(
                "update complaint set step = ?, step_due = ?, step_warn = ?, paused = ?, due_stands = ?, look_at = ? where id = ?",
                first.map(Reading::step),
                first.map(Reading::due),
                first.map(Reading::warnAt),
                first.map(Reading::paused).orElse(false),
                dueStands,
                lookAt,
                complaint.id());
    }

    @Override
    public boolean promise(Complaint complaint, LocalDate due, LocalDate original) {
        Optional<LocalDate> first = due.equals(original) ? Optional.empty() : Optional.of(original);
        sql.update(
                "update complaint set original_due = ? where id = ? and not original_due <=> ?",
                first,
                complaint.id(),
                first);
        return sql.update(
                        "update complaint set due = ?, feed_no = null where id = ? and due <> ?",
                        due,
                        complaint.id(),
                        due)
                > 0;
    }

    @Override
    public Optional<Promise> told(Complaint complaint) {
        return sql.first(
                "select told_from, told_days from complaint where id = ? and told_from is not null",
                row -> new Promise(Vietnam.day(row, "told_from").orElseThrow(), (int) row.number("told_days")),
                complaint.id());
    }

    @Override
    public List<Long> toLookAt(Instant now, int limit) {
        return sql.ids("select id from complaint where look_at <= ? order by look_at limit ?", now, limit);
    }

    @Override
    public List<Long> open(long after, int limit) {
        return sql.ids(
                "select id from complaint where id > ? and not secret" + " and state in " + WORKED_ON
                        + " order by id limit ?",
                after,
                limit);
    }

    @Override
    public Set<String> reached(Complaint complaint) {
        return new HashSet<>(sql.rows(
                "select concat(e.step, ' ', e.rung) as reached from complaint_escalation e where e.complaint_id = ? and e.level = ?"
                        + " and e.holder = ? and e.term = " + TERM.formatted("e.step", "e.complaint_id"),
                row -> row.text("reached"),
                complaint.id(),
                complaint.level(),
                holder(complaint)));
    }

    private static String holder(Complaint complaint) {
        return complaint.unit().map(UnitCode::value).orElse("");
    }

    @Override
    public boolean reach(Complaint complaint, Reading reading, String rung, Optional<UnitCode> unit) {
        return sql.update(
                        "insert ignore into complaint_escalation (id, complaint_id, step, level, rung, unit, holder, at, due, term)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, " + TERM.formatted("?", "?") + ")",
                        ids.next(),
                        complaint.id(),
                        reading.step(),
                        complaint.level(),
                        rung,
                        unit.map(UnitCode::value),
                        holder(complaint),
                        clock.instant(),
                        reading.dueDay(),
                        complaint.id(),
                        reading.step(),
                        complaint.id(),
                        reading.step(),
                        complaint.id(),
                        reading.step())
                > 0;
    }

    @Override
    public Optional<Missed> missed(Viewer viewer, TicketNumber ticket, String rung) {
        Sight sight = whose(viewer)
                .and("c.ticket = ? and not c.secret and e.rung = ? and e.due is not null", ticket.digits(), rung);
        return sql.first(
                "select e.step, e.due, e.unit, (" + DONE + ") as done, " + EXPLAINED + " as explained"
                        + " from complaint_escalation e join complaint c on c.id = e.complaint_id where " + sight.sql()
                        + " having done is not null order by explained, e.at desc, e.id desc limit 1",
                row -> new Missed(
                        Step.valueOf(row.text("step")),
                        Vietnam.day(row, "due").orElseThrow(),
                        row.instant("done"),
                        Optional.ofNullable(row.text("unit")).map(UnitCode::new)),
                sight.with());
    }

    /** The desk was late with its own steps and with what nobody had yet; an office with the others that it had. */
    private Sight whose(Viewer viewer) {
        return viewer.is(Role.OPERATOR)
                ? sights.byOffice(viewer, "e.unit").and("(e.unit is null or " + OF_THE_DESK + ")")
                : sights.byOffice(viewer, "e.unit").and("not " + OF_THE_DESK);
    }

    @Override
    public List<Escalation> escalations(TicketNumber ticket) {
        return sql.rows(
                "select e.* from complaint_escalation e join complaint c on c.id = e.complaint_id where c.ticket = ?"
                        + " order by e.at, e.id",
                row -> new Escalation(
                        row.text("rung"),
                        Step.valueOf(row.text("step")),
                        Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                        row.instant("at")),
                ticket.digits());
    }

    @Override
    public boolean calendarChanged(byte[] fingerprint) {
        return !sql.exists("select id from complaint_calendar where id = 1 and fingerprint = ?", fingerprint);
    }

    @Override
    public void calendarFollowed(byte[] fingerprint) {
        sql.update(
                "insert into complaint_calendar (id, fingerprint) values (1, ?)"
                        + " on duplicate key update fingerprint = values(fingerprint)",
                fingerprint);
    }

    @Override
    public void pause(Complaint complaint, String login) {
        sql.update(
                "insert into complaint_pause (id, complaint_id, since, login) values (?, ?, ?, ?)",
                ids.next(),
                complaint.id(),
                clock.instant(),
                login);
    }

    @Override
    public boolean resume(Complaint complaint) {
        return resume(complaint, clock.instant());
    }

    private boolean resume(Complaint complaint, Instant at) {
        return sql.update(
                        "update complaint_pause set until = greatest(since, ?) where complaint_id = ? and until is null",
                        at,
                        complaint.id())
                > 0;
    }

    @Override
    public void promiseAnew(Complaint complaint, Instant from) {
        extend(complaint, 0);
        resume(complaint, from);
    }

    @Override
    public void extendTogether(Complaint merged, int days, LocalDate due) {
        sql.update(
                "update complaint set extended_days = extended_days + ?, original_due = coalesce(original_due, due),"
                        + " due = ?, feed_no = null where id = ?",
                days,
                due,
                merged.id());
    }

    @Override
    public void extend(Complaint complaint, int days) {
        sql.update("update complaint set extended_days = ? where id = ?", days, complaint.id());
    }
}
