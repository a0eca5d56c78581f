package vn.mscore.hotline.complaint.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.UnitCode;

/** The table {@code complaint_petition}. */
@Singleton
class SqlPetitions {
    private static final String TABLE = "complaint_petition";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    @Inject
    SqlPetitions(Sql sql, PersonalDataCipher cipher, Clock clock) {
        this.clock = clock;
        this.sql = sql;
        this.cipher = cipher;
    }

    /** A row. */
    record Row(
            Optional<LocalDate> guidedOn,
            Guidance guidance,
            Optional<Appointment> appointment,
            Optional<LocalDate> paperOn,
            Optional<Acceptance> acceptance,
            Optional<Refusal> refusal) {
        static final Row NEW = new Row(
                Optional.empty(),
                new Guidance(Optional.empty(), ""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** Whether a paper is here that was not refused: a further one is out of order. */
        boolean underReview() {
            return paperOn.isPresent() && refusal.isEmpty();
        }
    }

    Row of(long complaint) {
        return sql.first("select * from complaint_petition where complaint_id = ?", this::read, complaint)
                .orElse(Row.NEW);
    }

    private Row read(Sql.Row row) throws SQLException {
        long id = row.number("complaint_id");
        String decision = Optional.ofNullable(row.bytes("decision_sealed"))
                .map(bytes -> cipher.open(new Place(TABLE, "decision_sealed", id), bytes))
                .orElse("");
        return new Row(
                day(row, "guided_on"),
                new Guidance(day(row, "learned_on"), decision),
                appointment(row),
                day(row, "paper_on"),
                acceptance(row),
                refusal(row));
    }

    private static Optional<Acceptance> acceptance(Sql.Row row) throws SQLException {
        boolean complex = row.flag("complex");
        boolean remote = row.flag("remote");
        boolean second = row.flag("second_time");
        return day(row, "accepted_on").map(day -> new Acceptance(day, complex, remote, second));
    }

    private Optional<Refusal> refusal(Sql.Row row) throws SQLException {
        long id = row.number("complaint_id");
        String ground = row.text("ground");
        String more = Optional.ofNullable(row.bytes("ground_sealed"))
                .map(bytes -> cipher.open(new Place(TABLE, "ground_sealed", id), bytes))
                .orElse("");
        return day(row, "refused_on").map(day -> new Refusal(day, ground, more));
    }

    private static Optional<Appointment> appointment(Sql.Row row) throws SQLException {
        Optional<LocalDate> on = day(row, "meeting_on");
        String at = row.text("meeting_at");
        String place = row.text("meeting_place");
        return on.map(day -> new Appointment(new UnitCode(place), day, LocalTime.parse(at)));
    }

    private static Optional<LocalDate> day(Sql.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).map(LocalDate::parse);
    }

    private void ensure(long complaint) {
        sql.update("insert ignore into complaint_petition (complaint_id) values (?)", complaint);
    }

    void guided(long complaint, LocalDate on, Guidance guidance) {
        ensure(complaint);
        sql.update(
                "update complaint_petition set guided_on = coalesce(guided_on, ?), guided_at = ?, learned_on = ?,"
                        + " decision_sealed = ? where complaint_id = ?",
                on,
                clock.instant(),
                guidance.learnedOn(),
                cipher.seal(Lane.PERSONAL, new Place(TABLE, "decision_sealed", complaint), guidance.decision()),
                complaint);
    }

    void book(long complaint, Appointment appointment) {
        ensure(complaint);
        sql.update(
                "update complaint_petition set guided_at = ?, meeting_on = ?, meeting_at = ?, meeting_place = ?"
                        + " where complaint_id = ?",
                clock.instant(),
                appointment.on(),
                appointment.at().toString(),
                appointment.place().value(),
                complaint);
    }

    /** The paper, in place of one that was not accepted. */
    void paper(long complaint, LocalDate on, LocalDate acceptBy) {
        ensure(complaint);
        sql.update(
                "update complaint_petition set paper_on = ?, accept_by = ?, noted_at = ?, refused_on = null, ground = null,"
                        + " ground_sealed = null where complaint_id = ?",
                on,
                acceptBy,
                clock.instant(),
                complaint);
    }

    /** Another day of the same paper; of one that is not decided the case goes on from now. */
    void corrected(long complaint, LocalDate on, LocalDate acceptBy) {
        sql.update(
                "update complaint_petition set paper_on = ?, accept_by = ?,"
                        + " noted_at = if(accepted_on is null, ?, noted_at) where complaint_id = ?",
                on,
                acceptBy,
                clock.instant(),
                complaint);
    }

    void refused(long complaint, Refusal refusal) {
        sql.update(
                "update complaint_petition set refused_on = ?, noted_at = ?, ground = ?, ground_sealed = ?"
                        + " where complaint_id = ?",
                refusal.on(),
                clock.instant(),
                refusal.ground(),
                cipher.seal(Lane.PERSONAL, new Place(TABLE, "ground_sealed", complaint), refusal.more()),
                complaint);
    }

    void accepted(long complaint, Acceptance how, LocalDate settleBy) {
        sql.update(
                "update complaint_petition set noted_at = if(accepted_on is null, ?, noted_at), accepted_on = ?,"
                        + " complex = ?, remote = ?, second_time = ?, settle_by = ? where complaint_id = ?",
                clock.instant(),
                how.on(),
                how.complex(),
                how.remote(),
                how.second(),
                settleBy,
                complaint);
    }
}
