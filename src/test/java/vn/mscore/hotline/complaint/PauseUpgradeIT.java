package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** Pauses, hand-backs and rungs of an earlier version get what the clocks of this version read. */
class PauseUpgradeIT {
    private static final String CASE = "insert into complaint (id, ticket, kind, state, secret, urgent, category,"
            + " words_digest, registered_at, registered_on, due, source, answer_from, answer_days) values"
            + " (%1$d, '2600000%1$d', 'FEEDBACK', '%2$s', false, false, 'GTDB', repeat('x', 32), '2026-08-03 02:30:00',"
            + " '2026-08-03', '2026-08-12', 'sms:1:m', '2026-08-03', 7)";
    private static final String EVENT = "insert into complaint_event (id, complaint_id, at, actor, deed, from_state,"
            + " to_state) values (%d, %d, '2026-08-%s:00:00', 'x', '%s', '%s', '%s')";
    private static final String OF_UNIT = "insert into complaint_event (id, complaint_id, at, actor, deed, from_state,"
            + " to_state, from_unit) values (%d, %d, '2026-08-06 03:00:00', 'x', 'reopen', '%s', 'MO_LAI', 'A')";
    private static final String PAUSE =
            "insert into complaint_pause (id, complaint_id, since, login) values (%1$d, %1$d, '2026-08-%2$s:00:00', 'x')";
    private static final String RUNG = "insert into complaint_escalation (id, complaint_id, step, level, rung, at)"
            + " values (%d, %d, '%s', 0, 'UNIT_HEAD', '2026-08-%s')";

    private static final String TOLD =
            "insert into complaint_escalation (id, complaint_id, step, level, rung, unit, at)"
                    + " values (%d, %d, 'ANSWER', 0, 'LEADER', %4$s, '2026-08-%3$s 17:00:20')";

    private static final String ORDER = "insert into voice_order (id, reference, flow, state, day, ordered_at) values"
            + " (1, 'x', 'survey', 'NEW', '2026-08-05', '2026-08-05 16:55:00.25')";
    private static final String UNVOUCHED = "select concat_ws(' ', n.version, ifnull(n.proof, '-'), h.notes_before,"
            + " h.explanations_before) from complaint_note n join complaint_log_seal_head h";

    private final TestDatabase.Schema schema = TestDatabase.empty();

    @Test
    void whatWasLeftOpenShouldEndWithTheStepThatEndsItNow() {
        schema.migrate("222");
        schema.change(
                CASE.formatted(1, "MO_LAI"),
                PAUSE.formatted(1, "05 03"),
                "insert into complaint_note (id, complaint_id, kind, at, login, name, role, text_sealed) values"
                        + " (1, 1, 'REASON', '2026-08-05 03:00:00', 'x', 'x', 'OFFICER', 'x')",
                EVENT.formatted(11, 1, "06 03", "note", "DANG_XU_LY", "DANG_XU_LY"),
                EVENT.formatted(12, 1, "07 03", "answer", "DANG_XU_LY", "DA_TRA_LOI"),
                EVENT.formatted(13, 1, "10 03", "reopen", "DA_TRA_LOI", "MO_LAI"),
                CASE.formatted(2, "PHAN_LOAI"),
                PAUSE.formatted(2, "05 03"),
                EVENT.formatted(21, 2, "06 03", "hand-back", "DANG_XU_LY", "PHAN_LOAI"),
                CASE.formatted(3, "DANG_XU_LY"),
                EVENT.formatted(31, 3, "04 03", "reopen", "DA_TRA_LOI", "MO_LAI"),
                PAUSE.formatted(3, "05 03"),
                EVENT.formatted(32, 3, "06 03", "note", "DANG_XU_LY", "DANG_XU_LY"),
                RUNG.formatted(1, 1, "ANSWER", "12 17:00:20"),
                RUNG.formatted(2, 1, "ACCEPT", "04 17:00:20"),
                RUNG.formatted(3, 1, "TRIAGE", "03 08:00:20"),
                ORDER,
                "insert into complaint_calendar (id, fingerprint) values (1, repeat('x', 32))");
        schema.migrate("latest");
        assertThat(schema.column(
                        "select concat(id, ' ', ifnull(date(until), 'open')) from complaint_pause order by id"))
                .containsExactly("1 2026-08-07", "2 2026-08-06", "3 open");
        assertThat(schema.column("select concat(id, ' ', ifnull(handed_back_at, '-')) from complaint order by id"))
                .containsExactly("1 -", "2 2026-08-06 03:00:00.000000", "3 -");
        assertThat(schema.column("select due from complaint_escalation order by id"))
                .containsExactly("2026-08-12", "2026-08-04", "2026-08-03");
        assertThat(schema.column(UNVOUCHED))
                .as("no entry vouches for what is older than that, no later row may say so")
                .containsExactly("0 - 1 0");
        assertThat(schema.column("select until_at from voice_order"))
                .as("as long as it could be dialled before")
                .containsExactly("2026-08-05 17:05:00.250000");
        assertThat(schema.column("select count(*) from complaint_calendar"))
                .as("all clocks are read again")
                .containsExactly("0");
    }

    @Test
    void whoHasACaseNowShouldBeToldOfWhatToldTheOneBefore() {
        schema.migrate("222");
        schema.change(
                CASE.formatted(3, "PHAN_LOAI"),
                RUNG.formatted(3, 3, "TRIAGE", "03 08:00:20"),
                CASE.formatted(4, "DA_CHUYEN"),
                CASE.formatted(5, "DA_CHUYEN"),
                "update complaint set unit = 'B', routed_at = '2026-08-10' where id = 4",
                "update complaint set unit = 'A', routed_at = '2026-08-10' where id = 5",
                RUNG.formatted(4, 4, "ANSWER", "09 17:00:20"),
                RUNG.formatted(5, 5, "ANSWER", "12 17:00:20"),
                "update complaint_escalation set unit = 'A' where id in (4, 5)",
                TOLD.formatted(6, 4, "09", "'P'"),
                TOLD.formatted(7, 5, "14", "'P'"));
        schema.migrate("latest");
        assertThat(schema.column("select concat(id, holder) from complaint_escalation order by id"))
                .as("who had it when it was reached")
                .containsExactly("3", "4A", "5A", "6A", "7A");
        assertThat(schema.column("select id from complaint where look_at is not null"))
                .as("who has it now was not told")
                .containsExactly("4");
    }

    @Test
    void whatWasToldAndNotedBeforeShouldCountFromWhenItWas() {
        schema.migrate("274");
        schema.change(
                CASE.formatted(1, "DANG_XU_LY"),
                EVENT.formatted(11, 1, "04 03", "routed", "PHAN_LOAI", "DA_CHUYEN"),
                OF_UNIT.formatted(12, 1, "DA_TRA_LOI"),
                "update complaint set answered_on = '2026-08-05', answered_at = '2026-08-05' where id = 1",
                CASE.formatted(2, "PHAN_LOAI"),
                OF_UNIT.formatted(21, 2, "TU_CHOI"),
                "insert into complaint_petition (complaint_id, guided_on, paper_on) values"
                        + " (1, '2026-08-04', null), (2, '2026-08-04', '2026-08-07')",
                EVENT.formatted(22, 2, "05 03", "petition.guided", "PHAN_LOAI", "PHAN_LOAI"),
                EVENT.formatted(23, 2, "10 03", "petition.paper", "PHAN_LOAI", "PHAN_LOAI"));
        schema.migrate("latest");
        assertThat(schema.column("select concat_ws(' ', id, ifnull(told_from, '-'), ifnull(told_days, '-'),"
                        + " ifnull(answered_on, '-')) from complaint order by id"))
                .containsExactly("1 2026-08-03 7 -", "2 - - -");
        assertThat(schema.column("select concat_ws(' ', complaint_id, unit) from complaint_rejected"))
                .as("an answer, not a refusal, was not accepted")
                .containsExactly("1 A");
        assertThat(
                        schema.column(
                                "select concat_ws(' ', complaint_id, date_format(guided_at, '%m-%d %H'),"
                                        + " ifnull(date_format(noted_at, '%m-%d %H'), '-')) from complaint_petition order by complaint_id"))
                .containsExactly("1 08-03 17 -", "2 08-05 03 08-10 03");
    }
}
