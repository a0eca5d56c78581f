package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** Cases that waited in the tables of an earlier version stand in the queue with the day of this version. */
class QueueUpgradeIT {
    private static final String CASE = "insert into complaint (id, ticket, kind, state, secret, urgent, category,"
            + " words_digest, registered_at, registered_on, due, source, step_due, answer_from, answer_days) values"
            + " (%d, '2600000%d', 'FEEDBACK', 'PHAN_LOAI', false, false, 'GTDB', repeat('x', 32), '2026-08-03 02:30:00',"
            + " '2026-08-03', '2026-08-12', 'sms:1:m', %s, '2026-08-03', 7)";

    private static final String EVENT =
            "insert into complaint_event (id, complaint_id, deed, from_state, to_state, at, actor) values (%s, 'x')";

    private final TestDatabase.Schema schema = TestDatabase.empty();

    @Test
    void queueDayOfRowsThatWereThereShouldBeComputedAnew() {
        schema.migrate("216");
        schema.change(
                CASE.formatted(1, 1, "'2026-08-10 17:00:00'"),
                CASE.formatted(2, 2, "'2026-08-10 08:00:00'"),
                CASE.formatted(3, 3, "null"),
                "insert into complaint_calendar (id, fingerprint) values (1, repeat('x', 32))");
        assertThat(schema.column("select queue_due from complaint order by id"))
                .as("the midnight at the end of 10 August, as it was")
                .containsExactly("2026-08-11", "2026-08-10", "2026-08-12");
        schema.migrate("latest");
        assertThat(schema.column("select queue_due from complaint order by id"))
                .containsExactly("2026-08-10", "2026-08-10", "2026-08-12");
        assertThat(schema.column("select id from complaint where queue_due = '2026-08-10' order by queue_due, ticket"))
                .as("by the index")
                .containsExactly("1", "2");
        assertThat(schema.column("select count(*) from complaint_calendar"))
                .as("all clocks are read again")
                .containsExactly("0");
    }

    @Test
    void wordsThatCameToEndedCasesBeforeThereWasAListOfThemAreListed() {
        schema.migrate("222");
        schema.change(
                CASE.formatted(1, 1, "null"),
                CASE.formatted(2, 2, "null"),
                CASE.formatted(3, 3, "null"),
                CASE.formatted(4, 4, "null"),
                CASE.formatted(5, 5, "null"),
                CASE.formatted(6, 6, "null"),
                CASE.formatted(7, 7, "null"),
                "update complaint set state = 'DONG' where id <> 5",
                "update complaint set secret = true where id = 4",
                EVENT.formatted("11, 1, 'words', 'PHAN_LOAI', 'PHAN_LOAI', '2026-08-04 01:00:00'"),
                EVENT.formatted("12, 1, 'answer', 'PHAN_LOAI', 'DONG', '2026-08-05 01:00:00'"),
                EVENT.formatted("13, 1, 'words', 'DONG', 'DONG', '2026-08-06 20:00:00'"),
                EVENT.formatted("21, 2, 'words', 'PHAN_LOAI', 'PHAN_LOAI', '2026-08-04 01:00:00'"),
                EVENT.formatted("22, 2, 'answer', 'PHAN_LOAI', 'DONG', '2026-08-05 01:00:00'"),
                EVENT.formatted("31, 3, 'words', 'DONG', 'DONG', '2026-08-06 01:00:00'"),
                EVENT.formatted("41, 4, 'words', 'DONG', 'DONG', '2026-08-06 01:00:00'"),
                EVENT.formatted("51, 5, 'words', 'PHAN_LOAI', 'PHAN_LOAI', '2026-08-06 01:00:00'"),
                EVENT.formatted("61, 6, 'words', 'DA_TRA_LOI', 'DA_TRA_LOI', '2026-08-06 01:00:00'"),
                EVENT.formatted("62, 6, 'close', 'DA_TRA_LOI', 'DONG', '2026-08-20 01:00:00'"),
                EVENT.formatted("71, 7, 'words', 'DONG', 'DONG', '2026-08-06 01:00:00'"),
                EVENT.formatted("72, 7, 'reopen', 'DONG', 'MO_LAI', '2026-08-07 01:00:00'"),
                EVENT.formatted("73, 7, 'answer', 'MO_LAI', 'DONG', '2026-08-20 01:00:00'"),
                "insert into complaint_words (id, complaint_id, author, at, source, words_sealed)"
                        + " select id, id, 'CITIZEN', registered_at, source, if(id = 3, '', 'x') from complaint");
        schema.migrate("latest");
        assertThat(schema.column("select if(unread_due is null, '-', ticket) from complaint order by id"))
                .as(
                        "after the end; of none later; erased; sealed; in work; between answer and closing; read when reopened")
                .containsExactly("26000001", "-", "-", "-", "-", "26000006", "-");
        assertThat(schema.column("select distinct unread_due from complaint where unread_due is not null"))
                .as("the day of the upgrade: they stand before nothing that comes later")
                .containsExactlyElementsOf(schema.column("select date(utc_timestamp() + interval 7 hour)"));
    }
}
