package vn.mscore.hotline.desk.missed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.MissedCallNoted;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.MissedRing;

class MissedCallsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-19T09:30");
    private House house;

    private void open(String exchange) {
        house = House.open(clock, Map.of("hotline.voice.asterisk", exchange, "hotline.number", "18008081"));
        house.get(UnitRegister.class)
                .importUnits("code,name,short_name,kind,parent,valid_from,valid_to,identifiers\n"
                        .concat("KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,,2025-07-01,,H50.15\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoHasOneDossierIsToldWhereItStandsOnceADay() {
        open("external");
        dossier("H50.15-260814-0012");
        modem();
        assertThat(texts()).isEqualTo("1");
        assertThat(ordered()).isEqualTo("0");
        modem();
        trunk(LAN);
        assertThat(texts()).as("the same day").isEqualTo("1");
        assertThat(ordered()).as("the same day").isEqualTo("0");
        clock.advance(Duration.ofHours(25));
        trunk(LAN);
        assertThat(texts()).isEqualTo("2");
    }

    @Test
    void whoHasNoneOrSeveralIsCalledIntoTheMenu() {
        open("external");
        trunk(new PhoneNumber("+84905000001"));
        assertThat(ordered()).as("no dossier").isEqualTo("1");
        dossier("H50.15-260814-0012");
        dossier("H50.15-260814-0013");
        modem();
        assertThat(ordered()).as("two dossiers").isEqualTo("2");
        assertThat(column("select group_concat(distinct flow) from voice_order"))
                .isEqualTo("main");
        assertThat(texts()).isEqualTo("0");
    }

    @Test
    void whoHasUsedUpTheLookUpsOfTheDayIsCalledAndHearsNothingOfIt() {
        open("external");
        dossier("H50.15-260814-0012");
        house.tx(() -> {
            for (int i = 0; i < 10; i++) {
                house.get(LookupGate.class).enter(LAN);
            }
            return null;
        });
        modem();
        assertThat(texts()).isEqualTo("0");
        assertThat(ordered()).isEqualTo("1");
        LookupGate.Gate next = house.tx(() -> house.get(LookupGate.class).enter(LAN));
        assertThat(next).as("was told of nothing yet").isEqualTo(LookupGate.Gate.SAY_ENOUGH);
    }

    @Test
    void withoutAnExchangeAPersonCallsBack() {
        open("off");
        modem();
        assertThat(column("select channel from switchboard_callback")).isEqualTo("MISSED");
    }

    @ParameterizedTest(name = "what was ordered: {0}, {1}")
    @CsvSource({
        "missed, EXPIRED, MISSED",
        "missed, FAILED, MISSED",
        "missed, ANSWERED, none",
        "missed, BUSY, none",
        "missed, NO_ANSWER, none",
        "missed, UNREACHABLE, none",
        "survey, EXPIRED, none"
    })
    void whoWasNotRungIsCalledBackByAPerson(String errand, CallSettled.Result result, String channel) {
        open("external");
        trunk(LAN);
        String reference = column("select reference from voice_order").replace("missed", errand);
        tell(new CallSettled(reference, result, LAN));
        assertThat(column("select coalesce(max(channel), 'none') from switchboard_callback"))
                .isEqualTo(channel);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"+841900123456, premium", "+85620123456, Laos", "+84113999, short", ", hidden"})
    void foreignAndDearNumbersGetNothing(String number, String name) {
        open("external");
        tell(new MissedRing("1.1", Optional.ofNullable(number).map(PhoneNumber::new), clock.instant()));
        assertThat(List.of(ordered(), texts(), column("select count(*) from switchboard_callback")))
                .as(name)
                .containsOnly("0");
    }

    private void dossier(String code) {
        DossierRegister.Outcome outcome =
                house.get(DossierRegister.class).put(code, """
                {"unit":"KS-HCC","procedure":"Cấp GCN","field":"DATDAI","receivedAt":"2026-08-14T08:00:00+07:00",
                 "dueAt":"2026-08-28T17:00:00+07:00","status":"PROCESSING","phone":"0912345678"}""".getBytes(StandardCharsets.UTF_8), false);
        assertThat(outcome.kept()).as(outcome.toString()).isTrue();
        house.tx(() -> house.entityManager()
                .createNativeQuery("delete from sms_outbox")
                .executeUpdate());
    }

    private void modem() {
        tell(new MissedCallNoted("modem-1", Optional.of(LAN), clock.instant()));
    }

    private void trunk(PhoneNumber phone) {
        tell(new MissedRing("1.1", Optional.of(phone), clock.instant()));
    }

    private void tell(Object fact) {
        house.tx(() -> {
            house.tell(fact);
            return null;
        });
    }

    private String texts() {
        return column("select count(*) from sms_outbox");
    }

    private String ordered() {
        return column("select count(*) from voice_order");
    }

    private String column(String query) {
        return house.tx(() ->
                house.entityManager().createNativeQuery(query).getSingleResult().toString());
    }
}
