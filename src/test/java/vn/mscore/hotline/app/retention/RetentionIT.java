package vn.mscore.hotline.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.LegalHolds;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedErasure;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
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
