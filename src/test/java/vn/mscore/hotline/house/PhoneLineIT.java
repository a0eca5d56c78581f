package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller.Answer;

/** Calls with two ends at the packaged gateway: an operator who answers, a citizen who is called back, one who is asked. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhoneLineIT {
    private static final String DEVICE = "truc-1";

    private CalledGateway house;
    private Caller operator;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        house = CalledGateway.open("line");
        operator = Caller.signedIn(house.gateway(), People.of(house.gateway(), Role.OPERATOR));
        assertThat(operator.post("/console/waiting/presence", Map.of("device", DEVICE, "present", "on"))
                        .status())
                .isLessThan(400);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (house != null) {
            house.close();
        }
    }

    @Test
    @Order(1)
    void whoPressesZeroWaitsAndIsAnsweredByAnOperator() throws Exception {
        try (SippPhone phone = SippPhone.operator(house.exchange(), DEVICE).answering(1000)) {
            Sipp call = house.call("0912345811").press("0").pause(20_000);
            assertThat(call.hangUp().run()).isZero();
            assertThat(phone.await()).isZero();
        }
        assertThat(house.played().calls().get(0)).containsExactly("vi/chao", "vi/cho-dau-tien");
        house.awaitRows(
                "select topic, state, device, connected_at is not null from switchboard_visit",
                "menu SERVED " + DEVICE + " 1");
    }

    @Test
    @Order(2)
    void whoAskedIsCalledBackByTheOperatorsTelephone() throws Exception {
        Sipp call = house.call("0912345812").press("5").pause(4000).press("1").pause(5000);
        assertThat(call.hangUp().run()).isZero();
        house.awaitRows("select channel, tries from switchboard_callback where open_index is not null", "IVR 0");
        String id = house.rows("select id from switchboard_callback").get(0);
        try (SippPhone desk = SippPhone.operator(house.exchange(), DEVICE).talking(1000, 15_000);
                SippPhone citizen = SippPhone.citizen(house.exchange()).answering(1000)) {
            Answer ordered = operator.post("/console/desk/callbacks/" + id + "/call", Map.of());
            assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
            assertThat(desk.await()).isZero();
            assertThat(citizen.await()).isZero();
        }
        house.awaitRows("select flow, device, state, result from voice_order", "bridge truc-1 SETTLED ANSWERED");
        assertThat(operator.post("/console/desk/callbacks/" + id + "/done", Map.of("outcome", "REACHED"))
                        .status())
                .isEqualTo(303);
        house.awaitRows("select count(*) from switchboard_callback where open_index is not null", "0");
    }

    @Test
    @Order(3)
    void whoseResultWasReturnedIsAskedAndAnswersByKeys() throws Exception {
        String returned = ", \"returnedAt\": \"" + CalledGateway.day(-1) + "\"";
        String code = house.dossier("7813", "RETURNED", "0912345813", returned);
        try (SippPhone citizen = SippPhone.citizen(house.exchange())
                .pressing(1000, "5000 1", "3000 9#", "3000 1", "5000 2#", "3000 1", "3000 1")) {
            assertThat(house.gateway()
                            .call("POST", "/api/v1/survey-calls", "{\"dossier\":\"" + code + "\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(citizen.await()).isZero();
        }
        house.awaitRows("select points from score where channel = 'IVR'", "9");
        house.awaitRows("select question from survey_answer order by question", "CLARITY", "MONEY", "SCORE", "VISITS");
        house.awaitRows("select state, tries, agreed from survey_call", "DONE 1 1");
    }
}
