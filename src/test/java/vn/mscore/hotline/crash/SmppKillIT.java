package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.smpp.Centre;

/** A kill between a deliver_sm and its answer: the centre, which was told nothing, hands it over again. */
@Timeout(600)
class SmppKillIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FROM = "84912345678";
    private static final String TICKETS = "select count(*) from complaint";

    private final Path home = Gateway.freshFolder("smpp-kill");
    private final TestDatabase.Schema schema = TestDatabase.fresh();

    @Test
    @DisplayName("row 84: what was not answered is delivered again and is one ticket, stored before the kill or not")
    void aKillBetweenDeliverSmAndItsAnswerMakesOneTicket() throws Exception {
        try (Centre centre = new Centre();
                VictimProcess victim = new VictimProcess(home, schema, settings(centre))) {
            dies(victim, centre, "smpp.beforeStore", "PA den duong thon 1 khong sang");
            assertThat(schema.column("select count(*) from sms_part")).containsExactly("0");
            dies(victim, centre, "smpp.afterCommit.beforeResp", "PA cau thon 2 bi sap");
            victim.start("");
            assertThat(victim.awaitReady()).as("%s", victim.output()).isTrue();
            for (String words : List.of("PA den duong thon 1 khong sang", "PA cau thon 2 bi sap")) {
                assertThat(Gateway.await(LIMIT, () -> taken(centre, words))).isTrue();
            }
            assertThat(Gateway.await(LIMIT, () -> schema.column(TICKETS).equals(List.of("2"))))
                    .as("%s tickets", schema.column(TICKETS))
                    .isTrue();
            assertThat(Gateway.await(LIMIT, () -> schema.column("select count(*) from sms_message where state = 'NEW'")
                            .equals(List.of("0"))))
                    .isTrue();
            assertThat(schema.column("select count(*) from sms_message")).containsExactly("2");
            assertThat(schema.column(TICKETS)).containsExactly("2");
        }
    }

    /** The centre's copy is not answered: the process dies at {@code place}. */
    private static void dies(VictimProcess victim, Centre centre, String place, String words) throws Exception {
        victim.start(place + ":halt:1");
        assertThat(victim.awaitReady()).as("%s", victim.output()).isTrue();
        assertThat(Gateway.await(LIMIT, centre::bound))
                .as("%s", victim.output())
                .isTrue();
        CompletableFuture<Boolean> answered = CompletableFuture.supplyAsync(() -> taken(centre, words));
        assertThat(victim.diesWithin(LIMIT)).as(place).isTrue();
        assertThat(victim.exitCode()).as("%s: %s", place, victim.output()).isEqualTo(137);
        centre.cut();
        assertThat(answered.join()).as("answered at %s", place).isFalse();
    }

    /** Whether the centre was told that it may forget its copy. */
    private static boolean taken(Centre centre, String words) {
        try {
            return centre.deliver(FROM, words) == 0;
        } catch (Exception e) {
            return false;
        }
    }

    private Map<String, String> settings(Centre centre) {
        Map<String, String> settings = new HashMap<>();
        settings.put("hotline.var", home.resolve("var").toString());
        settings.put("hotline.sms.smpp", "op=" + centre.address("?window=4"));
        settings.put("hotline.sms.smpp.op.password", "geheim");
        return settings;
    }
}
