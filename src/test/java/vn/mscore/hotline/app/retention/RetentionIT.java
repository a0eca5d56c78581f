package vn.mscore.hotline.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.LegalHolds;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedErasure;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.AgedRows;
import vn.mscore.hotline.privacy.ErasureLog;
import vn.mscore.hotline.privacy.ErasureLog.Erased;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

class RetentionIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Time that the gateway saw go by, other than a clock that leaps. */
    private void pass(Duration time) {
        clock.advance(time);
        house.tx(() -> house.get(Sql.class)
                .update("replace into platform_clock (id, seen_at) values (1, ?)", clock.instant()));
    }

    private TicketNumber closedCase(long message, String words) {
        return house.tx(() -> {
            Sql sql = house.get(Sql.class);
            sql.update(
                    "insert into sms_message (id, line, sender_index, sender_sealed, text_sealed, text_digest, auto_reply,"
                            + " flood, received_at, state) values (?, 'modem', ?, 'x', 'x', ?, false, false, ?, 'DONE')",
                    message,
                    new byte[32],
                    new byte[32],
                    clock.instant());
            TicketNumber ticket = house.get(RegisterComplaint.class)
                    .register(new NewComplaint(
                            ComplaintKind.FEEDBACK,
                            Optional.of(LAN),
                            words,
                            Optional.empty(),
                            "sms:" + message + ":modem",
                            false))
                    .ticket();
            sql.update("update complaint set state = 'DONG' where ticket = ?", ticket.digits());
            return ticket;
        });
    }

    private long left(String query) {
        return house.tx(() -> (long) house.get(Sql.class).count("select count(*) as n from " + query));
    }

    private List<Erased> log() {
        return house.tx(() -> house.get(ErasureLog.class).newest(10));
    }

    @Test
    void wordsGoWhenTheirTimeIsOverAndTheRunIsWrittenDown() {
        closedCase(71, "đường vào bản lầy lội quá");
        house.get(Retention.class).run();
        assertThat(log()).isEmpty();
        pass(Duration.ofDays(740));
        house.get(Retention.class).run();
        assertThat(left("sms_message where length(text_sealed) > 0")).isZero();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        pass(Duration.ofDays(366 * 3));
        house.get(Retention.class).run();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
        assertThat(left("complaint where phone_sealed is not null")).isZero();
        assertThat(log()).extracting(Erased::subject).containsExactly("cases.closed", "sms.texts");
    }

    /** Two of each that no case needs, the first over at {@code day}, the second open; the third word is of a sealed case. */
    private void leftovers(String day) {
        for (String row : List.of(
                "citizen_subject_request (id, number, phone_index, phone_sealed, state, opened_at, acknowledge_by,"
                        + " complete_by, completed_on) values (1, '2600001', repeat('x', 32), 'x', 'DONE', 'D', 'D', 'D', 'D'),"
                        + " (2, '2600002', repeat('y', 32), 'x', 'OPEN', 'D', 'D', 'D', null)",
                "citizen_subject_words (id, request_id, at, channel, words_sealed) values (1, 1, 'D', 'SMS', 'x'),"
                        + " (2, 2, 'D', 'SMS', 'x')",
                "switchboard_callback (id, phone_index, phone_sealed, open_index, channel, asked_at, first_promise,"
                        + " promised_for, done_at) values (1, repeat('x', 32), 'x', null, 'SMS', 'D', 'D', 'D', 'D'),"
                        + " (2, repeat('y', 32), 'x', repeat('y', 32), 'SMS', 'D', 'D', 'D', null)",
                "sms_missed_call (id, line, caller_index, caller_sealed, rang_at) values (1, 'm', repeat('x', 32), 'x', 'D')",
                "score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof, scored_at,"
                        + " changed_at) values (1, 'x', repeat('x', 32), false, 'KS', 'x', 3, 10, 'SMS', 'NONE', 'D', 'D')",
                "score_comment (id, score_id, at, words_sealed, concealed) values (1, 1, 'D', 'x', 0), (3, 1, 'D', 'x', 1)",
                "survey_call (id, dossier, office_name, office_ascii, state, next_at, until_day, ordered_at, settled_at)"
                        + " values (1, 'x', 'x', 'x', 'DONE', 'D', 'D', 'D', 'D'), (2, 'y', 'x', 'x', 'WAITING', 'D', 'D', 'D', null)",
                "survey_answer (survey_id, question, answer_sealed, at) values (1, 'SCORE', 'x', 'D'), (2, 'SCORE', 'x', 'D')")) {
            house.tx(() -> house.get(Sql.class).update("insert into " + row.replace("'D'", "'" + day + "'")));
        }
    }

    private List<Long> leftovers() {
        return Stream.of(
                        "citizen_subject_request",
                        "citizen_subject_words",
                        "switchboard_callback",
                        "sms_missed_call where caller_sealed is not null or caller_index is not null",
                        "score_comment",
                        "survey_answer",
                        "score")
                .map(this::left)
                .toList();
    }

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "360 | 2 2 2 1 2 2 1 |",
                "370 | 2 2 1 0 2 2 1 | callbacks calls.missed",
                "740 | 1 1 1 0 0 1 1 | callbacks calls.missed requests scores.words survey.answers"
            })
    void whatNoCaseNeedsGoesWithItsPeriodAndWhatIsOpenStays(int days, String left, String told) {
        leftovers("2026-08-17");
        pass(Duration.ofDays(days));
        house.get(Retention.class).run();
        assertThat(leftovers().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(left);
        assertThat(log()).allMatch(run -> run.erased() == 1);
        assertThat(log().stream().map(Erased::subject).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(told == null ? "" : told);
    }

    @Test
    void aClockThatLeapsYearsAheadErasesNothing() {
        closedCase(74, "đường vào bản lầy lội quá");
        house.get(Retention.class).run();
        clock.advance(Duration.ofDays(366 * 12));
        assertThat(house.get(Retention.class).run()).isZero();
        assertThat(left("sms_message where length(text_sealed) > 0")).isEqualTo(1);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        pass(Duration.ZERO);
        assertThat(house.get(Retention.class).run()).as("once it is believed").isPositive();
        assertThat(left("sms_message where length(text_sealed) > 0")).isZero();
    }

    /** Stands in the place of what erases sealed cases. */
    @Alternative
    @Priority(1)
    @Singleton
    static class BrokenErasure implements SealedErasure {
        @Override
        public void erase(LocalDate before, int limit) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void aFaultAmongSealedCasesKeepsNothingElse() {
        house.close();
        house = House.openWith(clock, Map.of(), BrokenErasure.class);
        closedCase(75, "đường vào bản lầy lội quá");
        pass(Duration.ofDays(366 * 6));
        Retention retention = house.get(Retention.class);
        assertThatThrownBy(retention::run).hasMessage("broken");
        assertThat(left("sms_message where length(text_sealed) > 0")).isZero();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }

    /** Stands in the place of what erases sealed cases, and is asked. */
    @Alternative
    @Priority(1)
    @Singleton
    static class AskedErasure implements SealedErasure {
        private int asked;

        @Override
        public void erase(LocalDate before, int limit) {
            asked++;
        }
    }

    /** A room that cannot let go of its rows. */
    @Singleton
    static class BrokenRows implements AgedRows {
        @Override
        public String subject() {
            return "broken";
        }

        @Override
        public Kept kept() {
            return Kept.TEXTS;
        }

        @Override
        public int erase(Instant before, int limit) {
            throw new IllegalStateException("rows");
        }
    }

    @Test
    void aFaultInTheRowsOfARoomKeepsNoSealedCase() {
        house.close();
        house = House.openWith(clock, Map.of(), AskedErasure.class, BrokenRows.class);
        Retention retention = house.get(Retention.class);
        assertThatThrownBy(retention::run).hasMessage("rows");
        assertThat(((AskedErasure) house.get(SealedErasure.class)).asked).isEqualTo(1);
    }

    @Test
    void aLegalHoldKeepsTheCaseAndItsMessages() {
        TicketNumber kept = closedCase(72, "đường vào bản lầy lội quá");
        closedCase(73, "điện cắt ba ngày liền không báo");
        LegalHolds holds = house.get(LegalHolds.class);
        assertThat(holds.place(kept, "ngắn", "kythuat").orElseThrow().code()).isEqualTo("hold.reason");
        assertThat(holds.place(kept, "Tòa án yêu cầu lưu", "kythuat")).isEmpty();
        pass(Duration.ofDays(366 * 6));
        house.get(Retention.class).run();
        assertThat(left("sms_message where length(text_sealed) > 0")).isEqualTo(1);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        assertThat(log()).extracting(Erased::held).contains(1L);
        assertThat(holds.lift(holds.standing().get(0).id(), "kythuat")).isTrue();
        house.get(Retention.class).run();
        assertThat(left("sms_message where length(text_sealed) > 0")).isZero();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }
}
