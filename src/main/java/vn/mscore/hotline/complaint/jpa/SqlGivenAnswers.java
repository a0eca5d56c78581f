package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Answers in {@code complaint_words}. */
@Singleton
public class SqlGivenAnswers implements GivenAnswers {
    /** Longer than any case waits by itself; an urgent one waits for ever, its old question is nobody's any more. */
    private static final int ASKED_FOR_DAYS = 60;

    /**
     * Of {@code complaint_words w} with the merge {@code m} of its case, if there is one: an answer; to a merged case only what was
     * answered since, together with the other.
     */
    static final String STANDS =
            "w.author = 'OFFICE' and length(w.words_sealed) > 0 and (m.at is null or w.at >= m.at)";

    /** Of {@code complaint c}: a verdict on its answer is still heard. */
    private static final String HEARD = "c.answered_on >= ? and ";

    /** Of {@code complaint c}: the last word on its end was not the citizen's. */
    private static final String UNHEARD = "c.state = 'DONG' and not c.secret and (select e.deed from complaint_event e"
            + " where e.complaint_id = c.id and e.to_state = 'DONG' and e.deed in"
            + " ('no-reply', 'not-reached', 'close', 'satisfied', 'unsatisfied')"
            + " order by e.id desc limit 1) in ('no-reply', 'not-reached', 'close')";

    /** Of {@code complaint c}, merged, the answers {@code w} it got with the other that its citizen has not judged; since an instant. */
    private static final String TOGETHER = " from complaint c join complaint_words w on w.complaint_id = c.id"
            + " left join complaint_merge m on m.complaint_id = c.id where c.state = 'TRUNG' and not c.secret and "
            + STANDS
            + " and w.at >= ? and not exists (select 1 from complaint_event e where e.complaint_id = c.id"
            + " and e.deed in ('satisfied', 'unsatisfied', 'satisfied-told', 'unsatisfied-told') and e.at >= w.at)";

    private final Sql sql;
    private final Seals seals;
    private final Clock clock;

    /** Opens through {@code seals}. */
    @Inject
    SqlGivenAnswers(Sql sql, Seals seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public Optional<String> newest(Complaint complaint) {
        return sql.first(
                "select w.id, w.words_sealed from complaint_words w"
                        + " left join complaint_merge m on m.complaint_id = w.complaint_id"
                        + " where w.complaint_id = ? and " + STANDS + " order by w.id desc limit 1",
                row -> seals.words(row.number("id"), row.bytes("words_sealed")),
                complaint.id());
    }

    @Override
    public Optional<String> answeredBy(Complaint complaint) {
        return sql.first(
                "select source from complaint_words where complaint_id = ? and author = 'OFFICE' order by id desc limit 1",
                row -> row.text("source"),
                complaint.id());
    }

    @Override
    public Optional<LocalDate> heardOn(Complaint complaint) {
        return sql.first(
                "select e.at from complaint_event e join complaint c on c.id = e.complaint_id where c.id = ?"
                        + " and e.deed = 'answer-heard' and e.at >= c.answered_at order by e.id limit 1",
                row -> LocalDate.ofInstant(row.instant("at"), Vietnam.ZONE),
                complaint.id());
    }

    @Override
    public boolean isClosedUnheard(Complaint complaint) {
        return sql.exists(
                "select c.id from complaint c where c.id = ? and " + HEARD + UNHEARD, complaint.id(), earliest());
    }

    @Override
    public List<TicketNumber> closedUnheard(PhoneNumber phone, int limit) {
        return answered(UNHEARD, phone, limit);
    }

    @Override
    public List<TicketNumber> withoutVerdict(PhoneNumber phone, int limit) {
        return answered("c.state = 'DA_TRA_LOI'", phone, limit);
    }

    private List<TicketNumber> answered(String condition, PhoneNumber phone, int limit) {
        return sql.rows(
                "select c.ticket from complaint c where c.phone_index = ? and not c.secret and " + HEARD + condition
                        + " limit ?",
                row -> new TicketNumber(row.text("ticket")),
                seals.index(false, Optional.of(phone)).orElseThrow(),
                earliest(),
                limit);
    }

    @Override
    public Optional<LocalDate> togetherUnjudged(Complaint complaint) {
        return complaint.state() == State.TRUNG
                ? sql.first(
                        "select w.at" + TOGETHER + " and c.id = ? order by w.id desc limit 1",
                        row -> LocalDate.ofInstant(row.instant("at"), Vietnam.ZONE),
                        since(),
                        complaint.id())
                : Optional.empty();
    }

    @Override
    public List<TicketNumber> togetherUnjudged(PhoneNumber phone) {
        return sql.rows(
                "select distinct c.ticket" + TOGETHER + " and c.phone_index = ?",
                row -> new TicketNumber(row.text("ticket")),
                since(),
                seals.index(false, Optional.of(phone)).orElseThrow());
    }

    @Override
    public List<Long> togetherUnasked(LocalDate day, int limit) {
        return sql.ids(
                "select c.id" + TOGETHER + " and c.asked_on is null and c.phone_index is not null"
                        + " group by c.id having max(w.at) < ? order by c.id limit ?",
                since(),
                day.plusDays(1).atStartOfDay(Vietnam.ZONE).toInstant(),
                limit);
    }

    private Instant since() {
        return earliest().atStartOfDay(Vietnam.ZONE).toInstant();
    }

    private LocalDate earliest() {
        return LocalDate.ofInstant(clock.instant(), Vietnam.ZONE).minusDays(ASKED_FOR_DAYS);
    }
}
