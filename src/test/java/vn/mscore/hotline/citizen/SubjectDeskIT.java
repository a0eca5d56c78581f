package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.citizen.SubjectDesk.Ending;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.ForgetNumber;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SecretMessages;
import vn.mscore.hotline.sms.SmsHistory;

/** Requests about one's own data: clocks of 2 working days and 15 days, erasure; how the day moves is SubjectTermsIT's. */
class SubjectDeskIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-14T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SubjectRequest request() {
        return house.tx(() -> house.get(SubjectDesk.class).all().get(0));
    }

    private Optional<String> refusal(Function<SubjectDesk, Optional<Reason>> deed) {
        return house.ask(SubjectDesk.class, deed).map(Reason::code);
    }

    @Test
    void requestShouldBeAcknowledgedAndCompletedOnce() {
        house.tx(() -> house.get(SubjectRequests.class).open(LAN, "xoa het", "SMS"));
        assertThat(request().acknowledgeBy()).as("2 working days").isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(request().completeBy()).isEqualTo(LocalDate.of(2026, 8, 29));
        assertThat(refusal(d -> d.acknowledge(request(), "hoa"))).isEmpty();
        assertThat(refusal(d -> d.acknowledge(request(), "hoa"))).contains("request.state");
        clock.advance(Duration.ofDays(3));
        assertThat(refusal(d -> d.complete(request(), new Ending(Outcome.REFUSED, ""), "hoa")))
                .contains("request.note");
        assertThat(refusal(d -> d.complete(request(), new Ending(Outcome.ERASED, ""), "hoa")))
                .contains("request.not-erased");
        assertThat(refusal(d -> d.erased(request(), "hoa"))).isEmpty();
        assertThat(refusal(d -> d.complete(request(), new Ending(Outcome.ERASED, ""), "hoa")))
                .isEmpty();
        assertThat(request().completed()).contains(LocalDate.of(2026, 8, 17));
        assertThat(refusal(d -> d.erased(request(), "hoa"))).contains("request.state");
        assertThat(refusal(d -> d.complete(request(), new Ending(Outcome.ERASED, ""), "hoa")))
                .contains("request.state");
    }

    @Test
    void wordsFromBeforeAWishWasAskedAreReadForOne() {
        house.tx(() -> house.get(SubjectRequests.class).open(LAN, "xoa het", "SMS"));
        house.tx(() -> house.get(SubjectRequests.class).open(LAN, "QUYEN", "SMS"));
        house.tx(() -> house.get(Sql.class).update("update citizen_subject_words set wish = null"));
        assertThat(house.tx(() -> house.get(SubjectDesk.class).words(request())))
                .extracting(SubjectDesk.Said::wish)
                .containsExactly(SubjectWish.ERASURE, SubjectWish.COPY);
    }

    private long store(String text) {
        house.get(Intake.class)
                .store(new Intake.ReceivedPart(
                        "modem",
                        "452",
                        LAN.e164(),
                        text,
                        false,
                        Intake.ReceivedPart.Kind.TEXT,
                        Optional.empty(),
                        Optional.empty(),
                        text,
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        long id = house.tx(() -> house.get(Sql.class)
                .ids("select max(id) as id from sms_message")
                .get(0));
        house.tx(() -> house.get(Sql.class).update("update sms_message set state = 'DONE' where id = ?", id));
        return id;
    }

    private long history() {
        return house.tx(() -> house.get(SmsHistory.class).of(LAN, 50)).size();
    }

    @Test
    void erasureShouldSpareMessagesOfCasesAndNeverTouchTheSealedLane() {
        long ofACase = store("PA duong o ga");
        store("TC H50.15-260814-0012");
        long sealed = store("TCAO viec kia");
        assertThat(history()).isEqualTo(3);
        house.tx(() -> {
            house.get(SecretMessages.class).conceal(sealed);
            return null;
        });
        assertThat(history()).as("the sealed one is in nobody's history").isEqualTo(2);
        int erased = house.tx(() -> house.get(ForgetNumber.class).forget(LAN, Set.of(ofACase)));
        assertThat(erased).isEqualTo(1);
        assertThat(history()).isEqualTo(1);
        assertThat(rows("sms_message where length(text_sealed) > 0")).isEqualTo(2);
        assertThat(rows("sms_part where length(raw_sealed) > 0")).isEqualTo(2);
    }

    private int rows(String from) {
        return house.tx(() -> house.get(Sql.class).count("select count(*) as n from " + from));
    }
}
