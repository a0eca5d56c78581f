package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** Sealed cases of an earlier version: what was read stays read, what came later is marked, closed ones have their day. */
class SealedUpgradeIT {
    private static final String CASE = "insert into complaint (id, ticket, kind, state, secret, urgent, category,"
            + " words_digest, registered_at, registered_on, due, source) values"
            + " (%1$d, '2600000%1$d', 'DENUNCIATION', 'MOI', true, false, 'KHAC', repeat('x', 32), '2026-08-03 02:30:00',"
            + " '2026-08-03', '2026-08-12', 'sms:1:m')";
    private static final String SEALED =
            "insert into sealed_case (complaint_id, pseudonym, received_on, stage, outcome_on)"
                    + " values (%1$d, repeat('%1$d', 32), '2026-08-03', '%2$s', %3$s)";
    private static final String WORDS =
            "insert into complaint_words (id, complaint_id, author, at, source, words_sealed)"
                    + " values (%d, %d, 'CITIZEN', '%s', 'sms:1:m', 'x')";
    private static final String LOOK = "insert into sealed_look (id, complaint_id, account, name, what, at)"
            + " values (%d, %d, 1, 'x', '%s', '%s')";

    private final TestDatabase.Schema schema = TestDatabase.empty();

    @Test
    void casesThatWereThereShouldKnowWhatWasReadAndWhenTheyEnded() {
        schema.migrate("222");
        schema.change(
                CASE.formatted(1),
                CASE.formatted(2),
                CASE.formatted(3),
                SEALED.formatted(1, "RECEIVED", "null"),
                SEALED.formatted(2, "CLOSED", "'2026-08-05'"),
                SEALED.formatted(3, "CLOSED", "'2026-08-05'"),
                WORDS.formatted(11, 1, "2026-08-03 02:30:00"),
                WORDS.formatted(12, 2, "2026-08-03 02:30:00"),
                WORDS.formatted(13, 2, "2026-08-09 02:30:00"),
                WORDS.formatted(14, 3, "2026-08-03 02:30:00"),
                LOOK.formatted(21, 2, "read", "2026-08-04 02:30:00"),
                LOOK.formatted(22, 2, "ended", "2026-08-05 18:30:00"),
                LOOK.formatted(23, 3, "read", "2026-08-05 02:30:00"));
        schema.migrate("latest");
        assertThat(schema.column("select concat_ws(' ', coalesce(words_shown, '-'), coalesce(closed_on, '-'))"
                        + " from sealed_case order by complaint_id"))
                .containsExactly("- -", "1 2026-08-06", "1 2026-08-05");
    }
}
