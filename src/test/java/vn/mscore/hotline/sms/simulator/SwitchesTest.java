package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Stage;

@Waits
class SwitchesTest {
    private static final byte[] TO_LAN = HexFormat.of().parseHex("21000B914819325476F80000024822");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Bench bench = new Bench();

    @AfterEach
    void clear() {
        bench.close();
    }

    @Test
    void percentagesAreSpreadEvenly() {
        bench.switches.set(Switch.NOISE, 20);
        int struck = 0;
        for (int i = 0; i < 100; i++) {
            struck += bench.switches.strikes(Switch.NOISE) ? 1 : 0;
        }
        assertThat(struck).isEqualTo(20);
    }

    @Test
    void positionsBeyondTheScaleAreRefused() {
        assertThatThrownBy(() -> bench.switches.set(Switch.NOISE, 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("noise must lie between 0 and 100");
    }

    @Test
    void everySwitchHasANameOfItsOwn() {
        assertThat(bench.switches.all()).hasSize(Switch.values().length);
        for (Switch which : Switch.values()) {
            assertThat(Switch.of(which.key())).contains(which);
        }
    }

    @Test
    void delayHoldsATextInTheAir() throws Exception {
        bench.switches.set(Switch.DELAY, 1500);
        try (AtUser user = bench.readyUser()) {
            long id = bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            assertThat(bench.network.message(id).orElseThrow().stage()).isEqualTo(Stage.IN_THE_AIR);
            assertThat(user.next()).isEqualTo("+CMTI: \"SM\",1");
        }
    }

    @Test
    void duplicateStoresAPartTwice() throws Exception {
        bench.switches.set(Switch.DUPLICATE, 100);
        try (AtUser user = bench.readyUser()) {
            bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            assertThat(user.next()).isEqualTo("+CMTI: \"SM\",1");
            assertThat(user.next()).isEqualTo("+CMTI: \"SM\",2");
            assertThat(user.ask("AT+CMGR=1")).isEqualTo(user.ask("AT+CMGR=2"));
        }
    }

    @Test
    void reorderBringsTheLastPartFirst() throws Exception {
        bench.switches.set(Switch.REORDER, 1);
        try (AtUser user = bench.readyUser()) {
            bench.network.text(Bench.LAN, Bench.MODEM, "x".repeat(400));
            List<String> list = user.ask("AT+CMGL=4").stream()
                    .filter(line -> line.startsWith("07"))
                    .toList();
            assertThat(list).hasSize(3);
            assertThat(list.get(0)).contains("050003010303");
            assertThat(list.get(2)).contains("050003010301");
        }
    }

    @Test
    void loseReportKeepsTheReportBack() throws Exception {
        bench.switches.set(Switch.LOSE_REPORT, 100);
        try (AtUser user = bench.readyUser()) {
            assertThat(user.send(TO_LAN)).containsExactly("+CMGS: 0", "OK");
            assertThat(user.isSilent(80)).isTrue();
        }
        assertThat(bench.network.awaitReceived(Bench.LAN, 1, LIMIT)).hasSize(1);
    }

    @Test
    void losePartNeverReachesTheModem() throws Exception {
        bench.switches.set(Switch.LOSE_PART, 100);
        try (AtUser user = bench.readyUser()) {
            long id = bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            assertThat(bench.network.message(id).orElseThrow().stage()).isEqualTo(Stage.LOST);
            assertThat(user.ask("AT+CMGL=4")).containsExactly("OK");
        }
    }

    @Test
    void loseAnswerSendsButSaysNothing() throws Exception {
        bench.switches.set(Switch.LOSE_ANSWER, 100);
        try (AtUser user = bench.readyUser()) {
            user.ask("AT+CNMI=2,1,0,0,0");
            user.type("AT+CMGS=15\r");
            user.untilPrompt();
            user.type("00" + HexFormat.of().formatHex(TO_LAN) + "\u001a");
            assertThat(bench.network.awaitReceived(Bench.LAN, 1, LIMIT)).hasSize(1);
            assertThat(user.isSilent(80)).isTrue();
            assertThat(user.ask("AT")).containsExactly("OK");
        }
    }

    @Test
    void losePromptSaysNothingToASubmit() throws Exception {
        bench.switches.set(Switch.LOSE_PROMPT, 100);
        try (AtUser user = bench.readyUser()) {
            user.type("AT+CMGS=15\r");
            assertThat(user.isSilent(80)).isTrue();
            assertThat(user.ask("AT")).containsExactly("OK");
        }
    }

    @Test
    void submitErrorRefusesItsShareWithItsCode() throws Exception {
        bench.switches.set(Switch.SUBMIT_ERROR, 50);
        bench.switches.set(Switch.SUBMIT_ERROR_CODE, 38);
        try (AtUser user = bench.readyUser()) {
            user.ask("AT+CNMI=2,1,0,0,0");
            assertThat(user.send(TO_LAN)).containsExactly("+CMGS: 0", "OK");
            assertThat(user.send(TO_LAN)).containsExactly("+CMS ERROR: 38");
            assertThat(user.send(TO_LAN)).containsExactly("+CMGS: 1", "OK");
        }
    }

    @Test
    void noisePutsForeignLinesIntoAnswers() throws Exception {
        try (AtUser user = bench.readyUser()) {
            bench.switches.set(Switch.NOISE, 100);
            assertThat(user.ask("AT+CSQ")).containsExactly("^RSSI: 17", "+CSQ: 21,0", "OK");
            assertThat(user.ask("AT+CSQ")).containsExactly("+CSQ: 21,0", "+CREG: 1", "OK");
        }
    }

    @Test
    void hangSilencesTheModemUntilItIsOver() throws Exception {
        try (AtUser user = bench.readyUser()) {
            bench.switches.set(Switch.HANG, 1);
            bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            user.type("AT\r");
            assertThat(user.isSilent(80)).isTrue();
            bench.switches.set(Switch.HANG, 0);
            assertThat(user.ask("AT+CMGL=4")).hasSize(3);
        }
    }

    @Test
    void unplugBreaksTheCableAndComesBackCold() throws Exception {
        try (AtUser user = bench.readyUser()) {
            bench.switches.set(Switch.UNPLUG, 1);
            assertThatThrownBy(user::next).isInstanceOf(IOException.class);
            assertThatThrownBy(bench::user).isInstanceOf(ConnectException.class);
        }
        long id = bench.network.text(Bench.LAN, Bench.MODEM, "HD");
        assertThat(bench.network.message(id).orElseThrow().stage()).isEqualTo(Stage.WAITING);
        bench.switches.set(Switch.UNPLUG, 0);
        try (AtUser user = bench.user()) {
            assertThat(user.ask("AT+CNMI?")).containsExactly("+CNMI: 0,0,0,0,0", "OK");
            assertThat(bench.network.message(id).orElseThrow().stage()).isEqualTo(Stage.IN_MODEM);
        }
    }

    @Test
    void simFullMakesTheNetworkWait() throws Exception {
        bench.switches.set(Switch.SIM_FULL, 1);
        try (AtUser user = bench.readyUser()) {
            assertThat(user.ask("AT+CPMS?")).contains("+CPMS: \"SM\",10,10,\"SM\",10,10,\"SM\",10,10");
            long id = bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            assertThat(bench.network.message(id).orElseThrow().stage()).isEqualTo(Stage.WAITING);
            bench.switches.set(Switch.SIM_FULL, 0);
            assertThat(user.next()).isEqualTo("+CMTI: \"SM\",1");
        }
    }

    @Test
    void moreTextsThanPlacesComeOneByOneAsPlacesGetFree() throws Exception {
        try (AtUser user = bench.readyUser()) {
            for (int i = 0; i < 12; i++) {
                bench.network.text(Bench.LAN, Bench.MODEM, "HD" + i);
            }
            for (int i = 1; i <= 10; i++) {
                assertThat(user.next()).isEqualTo("+CMTI: \"SM\"," + i);
            }
            assertThat(user.ask("AT+CMGD=3")).containsExactly("+CMTI: \"SM\",3", "OK");
        }
    }

    @Test
    void pinIsAskedAfterAColdStartAndLocksAfterThreeWrongOnes() throws Exception {
        bench.switches.set(Switch.PIN, 1);
        bench.switches.set(Switch.UNPLUG, 1);
        bench.switches.set(Switch.UNPLUG, 0);
        try (AtUser user = bench.user()) {
            user.ask("ATE0+CMEE=1");
            assertThat(user.ask("AT+CPIN?")).containsExactly("+CPIN: SIM PIN", "OK");
            assertThat(user.ask("AT+CIMI")).containsExactly("+CME ERROR: 11");
            assertThat(user.ask("AT+CPIN=\"9999\"")).containsExactly("+CME ERROR: 16");
            assertThat(user.ask("AT+CPIN=\"1234\"")).containsExactly("OK");
            assertThat(user.ask("AT+CPIN?")).containsExactly("+CPIN: READY", "OK");
        }
    }

    @Test
    void aCallRingsWithItsNumberUntilHungUp() throws Exception {
        try (AtUser user = bench.readyUser()) {
            user.ask("AT+CLIP=1");
            bench.network.call(Bench.LAN, Bench.MODEM);
            assertThat(user.next()).isEqualTo("RING");
            assertThat(user.next()).isEqualTo("+CLIP: \"+84912345678\",145,\"\",0,\"\",0");
            assertThat(user.ask("AT+CLCC")).containsExactly("+CLCC: 1,1,4,0,0,\"+84912345678\",145", "OK");
            assertThat(user.ask("AT+CHUP")).containsExactly("OK");
            assertThat(user.isSilent(700)).isTrue();
        }
    }

    private static final Clock SEVEN = Clock.fixed(Instant.ofEpochMilli(7), ZoneOffset.UTC);

    @Test
    void historyKeepsWhatEnteredAndLeftInOrder(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history");
        try (Bench kept = new Bench(ModemSettings.of(Bench.MODEM, 10).withHistory(file), SEVEN);
                AtUser user = kept.readyUser()) {
            kept.network.text(Bench.LAN, Bench.MODEM, "say \"hi\"");
            user.ask("AT+CMGR=1");
            user.ask("AT+CMGD=1");
            user.send(TO_LAN);
            assertThat(user.next()).isEqualTo("+CDS: 25");
        }
        String lan = "\"token\":\"say \\u0022hi\\u0022\"}";
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"seq\":1,\"at\":7,\"event\":\"delivered\",\"message\":1,\"part\":1,\"report\":false,\"where\":\"SM1\","
                                + lan,
                        "{\"seq\":2,\"at\":7,\"event\":\"read\",\"message\":1,\"part\":1,\"report\":false,\"where\":\"SM1\","
                                + lan,
                        "{\"seq\":3,\"at\":7,\"event\":\"deleted\",\"message\":1,\"part\":1,\"report\":false,\"where\":\"SM1\","
                                + lan,
                        "{\"seq\":4,\"at\":7,\"event\":\"submitted\",\"message\":0,\"part\":1,\"report\":false,\"where\":\"+84912345678\",\"token\":\"HD\"}",
                        "{\"seq\":5,\"at\":7,\"event\":\"delivered\",\"message\":2,\"part\":1,\"report\":true,\"where\":\"CDS\",\"token\":\"report\"}");
    }
}
