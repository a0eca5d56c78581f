package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.mscore.hotline.citizen.DelayTexts;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequest.Delay;
import vn.mscore.hotline.citizen.SubjectRequestEnded;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** The course of requests in {@code citizen_subject_request}. */
@Singleton
public class SqlSubjectDesk implements SubjectDesk {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int SHORTEST_NOTE = 10;
    private static final String COLUMNS = "select * from citizen_subject_request";
    static final Reason STATE =
            new Reason("request.state", "Yêu cầu đã qua bước này. / This request is past that step.");
    private static final Reason NOTE =
            new Reason("request.note", "Ghi lý do từ 10 đến 500 ký tự. / Say why in 10 to 500 characters.");

    private static final Reason NOT_ERASED = new Reason(
            "request.not-erased",
            "Chưa xóa gì cho yêu cầu này: xóa trước rồi mới kết thúc. / Nothing was erased for this request yet: erase first.");

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final DelayTexts texts;
    private final Facts facts;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlSubjectDesk(Sql sql, PersonalDataCipher cipher, DelayTexts texts, Facts facts, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<SubjectRequest> all() {
        return sql.rows(
                COLUMNS
                        + " order by completed_on is not null, if(completed_on is null, complete_by, null), id desc limit 200",
                this::read);
    }

    @Override
    public Pressing pressing() {
        LocalDate today = today();
        int late = open("complete_by < ? or acknowledged_on is null and acknowledge_by < ?", today, today);
        int due = open(
                "complete_by <= ? or acknowledged_on is null and acknowledge_by <= ?",
                today.plusDays(SubjectRequest.SOON_DAYS),
                today);
        return new Pressing(due - late, late);
    }

    private int open(String pressing, LocalDate completed, LocalDate acknowledged) {
        return sql.count(
                "select count(*) as n from citizen_subject_request where state = 'OPEN' and (" + pressing + ")",
                completed,
                acknowledged);
    }

    @Override
    public Optional<SubjectRequest> find(String number) {
        return sql.first(COLUMNS + " where number = ? for update", this::read, number);
    }

    private SubjectRequest read(Sql.Row row) throws SQLException {
        long id = row.number("id");
        String phone = cipher.open(new Place("citizen_subject_request", "phone_sealed", id), row.bytes("phone_sealed"));
        return new SubjectRequest(
                id,
                row.text("number"),
                new PhoneNumber(phone),
                LocalDate.ofInstant(row.instant("opened_at"), VIETNAM),
                day(row, "acknowledge_by").orElseThrow(),
                day(row, "complete_by").orElseThrow(),
                day(row, "acknowledged_on"),
                delay(row, "third_parties", day(row, "third_parties_on")),
                delay(row, "extended", extendedOn(row)),
                day(row, "completed_on"),
                Optional.ofNullable(row.text("outcome")).map(Outcome::valueOf),
                note(row));
    }

    /** In clear until {@link SealClearNotes} has come by. */
    private String note(Sql.Row row) throws SQLException {
        byte[] sealed = row.bytes("outcome_sealed");
        return sealed == null
                ? Objects.requireNonNullElse(row.text("outcome_note"), "")
                : cipher.open(SealClearNotes.place(row.number("id")), sealed);
    }

    private Optional<Delay> delay(Sql.Row row, String what, Optional<LocalDate> on) throws SQLException {
        String column = what + "_sealed";
        byte[] sealed = row.bytes(column);
        Place place = new Place("citizen_subject_request", column, row.number("id"));
        return on.map(day -> new Delay(day, sealed == null ? "" : cipher.open(place, sealed)));
    }

    /** Before reasons were kept nobody wrote down when it was. */
    private static Optional<LocalDate> extendedOn(Sql.Row row) throws SQLException {
        LocalDate opened = LocalDate.ofInstant(row.instant("opened_at"), VIETNAM);
        return row.flag("extended") ? day(row, "extended_on").or(() -> Optional.of(opened)) : Optional.empty();
    }

    private static Optional<LocalDate> day(Sql.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).map(LocalDate::parse);
    }

    @Override
    public List<Said> words(SubjectRequest request) {
        return sql.rows(
                "select * from citizen_subject_words where request_id = ? order by id", this::said, request.id());
    }

    private Said said(Sql.Row row) throws SQLException {
        Place place = new Place("citizen_subject_words", "words_sealed", row.number("id"));
        String text = cipher.open(place, row.bytes("words_sealed"));
        return new Said(
                row.instant("at"),
                row.text("channel"),
                Optional.ofNullable(row.text("wish")).map(SubjectWish::valueOf).orElseGet(() -> SubjectWish.of(text)),
                text,
                Optional.ofNullable(row.text("taken_by")));
    }

    @Override
    public Optional<Reason> acknowledge(SubjectRequest request, String by) {
        return changed(sql.update(
                "update citizen_subject_request set acknowledged_on = ?, handled_by = ? where id = ? and acknowledged_on"
                        + " is null and state = 'OPEN'",
                today(),
                by,
                request.id()));
    }

    @Override
    public Optional<Reason> erased(SubjectRequest request, String by) {
        return changed(sql.update(
                "update citizen_subject_request set erased_on = ?, handled_by = ? where id = ? and state = 'OPEN'",
                today(),
                by,
                request.id()));
    }

    @Override
    public Optional<Reason> complete(SubjectRequest request, Ending ending, String by) {
        return unfit(request, ending).or(() -> ended(request, ending, by));
    }

    private Optional<Reason> unfit(SubjectRequest request, Ending ending) {
        if (ending.outcome() == Outcome.ERASED && request.completed().isEmpty() && !wasErased(request)) {
            return Optional.of(NOT_ERASED);
        }
        String note = ending.note().strip();
        if (ending.outcome() != Outcome.REFUSED || request.completed().isPresent()) {
            return Optional.empty();
        }
        if (note.length() < SHORTEST_NOTE) {
            return Optional.of(NOTE);
        }
        boolean fits = texts.fitsRefusal(request.number(), request.phone(), note);
        return fits ? Optional.empty() : Optional.of(SqlSubjectTerms.PARTS);
    }

    private boolean wasErased(SubjectRequest request) {
        return sql.exists(
                "select id from citizen_subject_request where id = ? and erased_on is not null", request.id());
    }

    private Optional<Reason> ended(SubjectRequest request, Ending ending, String by) {
        String note = ending.note().strip();
        Optional<Reason> refused = changed(sql.update(
                "update citizen_subject_request set state = 'DONE', completed_on = ?, outcome = ?, outcome_sealed = ?,"
                        + " handled_by = ?, acknowledged_on = coalesce(acknowledged_on, ?) where id = ? and state = 'OPEN'",
                today(),
                ending.outcome(),
                SealClearNotes.sealed(cipher, request.id(), note),
                by,
                today(),
                request.id()));
        if (refused.isEmpty()) {
            facts.tell(new SubjectRequestEnded(request.number(), request.phone(), today(), ending.outcome(), note));
        }
        return refused;
    }

    private LocalDate today() {
        return today(clock);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), VIETNAM);
    }

    /** Nothing, or that the request is past this step. */
    static Optional<Reason> changed(int rows) {
        return rows == 1 ? Optional.empty() : Optional.of(STATE);
    }
}
