package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequest.Delay;
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

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlSubjectDesk(Sql sql, PersonalDataCipher cipher, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
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
                Optional.ofNullable(row.text("outcome")).map(Outcome::valueOf));
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
    public List<String> words(SubjectRequest request) {
        return sql.rows(
                "select id, words_sealed from citizen_subject_words where request_id = ? order by id",
                row -> cipher.open(
                        new Place("citizen_subject_words", "words_sealed", row.number("id")),
                        row.bytes("words_sealed")),
                request.id());
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
    public Optional<Reason> complete(SubjectRequest request, Ending ending, String by) {
        if (ending.outcome() == Outcome.REFUSED && ending.note().strip().length() < SHORTEST_NOTE) {
            return Optional.of(NOTE);
        }
        return changed(sql.update(
                "update citizen_subject_request set state = 'DONE', completed_on = ?, outcome = ?, outcome_note = ?,"
                        + " handled_by = ?, acknowledged_on = coalesce(acknowledged_on, ?) where id = ? and state = 'OPEN'",
                today(),
                ending.outcome(),
                ending.note().strip(),
                by,
                today(),
                request.id()));
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
