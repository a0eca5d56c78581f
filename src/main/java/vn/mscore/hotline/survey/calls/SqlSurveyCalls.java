package vn.mscore.hotline.survey.calls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.survey.SurveyEnd;
import vn.mscore.hotline.survey.SurveyQuestion;

/** The tables {@code survey_call} and {@code survey_answer}. Needs a transaction. */
@Singleton
class SqlSurveyCalls {
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Ids ids;

    @Inject
    SqlSurveyCalls(Sql sql, PersonalDataCipher cipher, Ids ids) {
        this.sql = sql;
        this.cipher = cipher;
        this.ids = ids;
    }

    /** Whom to call about what. */
    record Guest(DossierCode dossier, PhoneNumber phone, UnitName office) {}

    /** A survey that is not over. {@code calling} is the reference of the call under way. */
    record Open(
            long id,
            Guest guest,
            int attempts,
            int tries,
            LocalDate until,
            Optional<String> calling,
            Optional<SurveyEnd> said) {}

    /** How far one has come. */
    record Progress(int tries, boolean agreed, Optional<SurveyEnd> end) {}

    /** The id of the survey about a dossier. */
    Optional<Long> about(DossierCode dossier) {
        return sql.first("select id from survey_call where dossier = ?", row -> row.number("id"), dossier.value());
    }

    /** Notes a survey, unless the dossier has one; its id. */
    long note(Guest guest, Instant next, LocalDate until, Instant at) {
        long id = ids.next();
        sql.update(
                "insert into survey_call (id, dossier, phone_sealed, office_name, office_ascii, state, next_at, until_day,"
                        + " ordered_at) values (?, ?, ?, ?, ?, 'WAITING', ?, ?, ?) on duplicate key update dossier = dossier",
                id,
                guest.dossier().value(),
                cipher.seal(Lane.PERSONAL, number(id), guest.phone().e164()),
                guest.office().full(),
                guest.office().ascii(),
                next,
                until,
                at);
        return about(guest.dossier()).orElseThrow();
    }

    /** Those to be called at {@code at}, the longest due first. */
    List<Long> due(Instant at, int limit) {
        return sql.ids(
                "select id from survey_call where state = 'WAITING' and next_at <= ? order by next_at, id limit ?",
                at,
                limit);
    }

    /** Calls under way. */
    int underWay() {
        return sql.count("select count(*) as n from survey_call where state = 'CALLING'");
    }

    /** One that waits, locked; empty when another node has it. */
    Optional<Open> take(long id) {
        return sql.first(
                "select * from survey_call where id = ? and state = 'WAITING' for update skip locked", this::open, id);
    }

    /** All that wait, locked. */
    List<Open> waiting() {
        return sql.rows("select * from survey_call where state = 'WAITING' order by id for update", this::open);
    }

    /** The one whose call is under way, locked. */
    Optional<Open> calling(String reference) {
        return sql.first(
                "select * from survey_call where calling = ? and state = 'CALLING' for update", this::open, reference);
    }

    /** How far a survey has come. */
    Optional<Progress> progress(long id) {
        return sql.first(
                "select * from survey_call where id = ?",
                row -> new Progress(
                        (int) row.number("tries"),
                        row.flag("agreed"),
                        Optional.ofNullable(row.text("ending")).map(SurveyEnd::valueOf)),
                id);
    }

    /** A call is ordered. */
    void ring(Open survey, String reference) {
        sql.update(
                "update survey_call set state = 'CALLING', calling = ?, attempts = attempts + 1, said = null where id = ?",
                reference,
                survey.id());
    }

    /** It waits for another call, after {@code tries} that rang the person. */
    void again(Open survey, int tries, Instant next) {
        sql.update(
                "update survey_call set state = 'WAITING', calling = null, said = null, tries = ?, next_at = ? where id = ?",
                tries,
                next,
                survey.id());
    }

    /** It is over; the number is forgotten. */
    void over(Open survey, int tries, SurveyEnd end, Instant at) {
        sql.update(
                "update survey_call set state = 'DONE', calling = null, tries = ?, ending = ?, settled_at = ?,"
                        + " phone_sealed = null where id = ?",
                tries,
                end,
                at,
                survey.id());
    }

    /** The person agreed. */
    void agreed(Open survey) {
        sql.update("update survey_call set agreed = true where id = ?", survey.id());
    }

    /** The person said how the call ends. */
    void said(Open survey, SurveyEnd end) {
        sql.update("update survey_call set said = ? where id = ?", end, survey.id());
    }

    /** Keeps or replaces an answer. */
    void answer(Open survey, SurveyQuestion question, int answer, Instant at) {
        sql.update(
                "insert into survey_answer (survey_id, question, answer_sealed, at) values (?, ?, ?, ?)"
                        + " on duplicate key update answer_sealed = values(answer_sealed), at = values(at)",
                survey.id(),
                question,
                cipher.seal(lane(question), answerOf(survey.id(), question), Integer.toString(answer)),
                at);
    }

    private static Lane lane(SurveyQuestion question) {
        return question == SurveyQuestion.MONEY || question == SurveyQuestion.REASON ? Lane.SECRET : Lane.PERSONAL;
    }

    /** What was answered so far. */
    Map<SurveyQuestion, Integer> answers(long id) {
        Map<SurveyQuestion, Integer> answers = new EnumMap<>(SurveyQuestion.class);
        sql.rows(
                        "select question, answer_sealed from survey_answer where survey_id = ?",
                        row -> Map.entry(SurveyQuestion.valueOf(row.text("question")), row.bytes("answer_sealed")),
                        id)
                .forEach(row -> answers.put(
                        row.getKey(), Integer.parseInt(cipher.open(answerOf(id, row.getKey()), row.getValue()))));
        return answers;
    }

    private Open open(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Open(
                id,
                new Guest(
                        new DossierCode(row.text("dossier")),
                        new PhoneNumber(cipher.open(number(id), row.bytes("phone_sealed"))),
                        new UnitName(row.text("office_name"), row.text("office_ascii"))),
                (int) row.number("attempts"),
                (int) row.number("tries"),
                LocalDate.parse(row.text("until_day")),
                Optional.ofNullable(row.text("calling")),
                Optional.ofNullable(row.text("said")).map(SurveyEnd::valueOf));
    }

    private static Place number(long id) {
        return new Place("survey_call", "phone_sealed", id);
    }

    private static Place answerOf(long id, SurveyQuestion question) {
        return new Place("survey_answer", question.name(), id);
    }
}
