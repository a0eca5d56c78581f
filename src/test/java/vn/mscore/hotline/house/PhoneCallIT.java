package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** Citizens who call: SIPp dials the packaged gateway's own Asterisk, presses keys, speaks and hangs up. */
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhoneCallIT {
    private static final String RECORDINGS =
            "select ending, state, secret, fallback, linked from voice_recording where secret = 0 order by ending";
    private static final String SPOKEN = "select kind, category, secret, state, left(source, 10) from complaint"
            + " where secret = 0 and source like 'recording:%' order by id";

    /** What the status of 2608140012 consists of, whatever the day: the words around figures, step, holder. */
    private static final List<String> STATUS = List.of(
            "doc-dang-xu-ly-1",
            "doc-dang-xu-ly-2",
            "doc-dang-xu-ly-3",
            "doc-dang-xu-ly-4",
            "doc-chi-tiet-1",
            "tu/tham-dinh",
            "doc-chi-tiet-2",
            "tu/noi-phong-kinh-te",
            "doc-chi-tiet-3",
            "doc-chi-tiet-4");

    private static final int LOOKED_UP = 0;
    private static final int WITH_PIN = 1;
    private static final int WRONG_PIN = 2;
    private static final int MARK = 3;
    private static final int SEALED = 4;
    private static final int ALL = 8;

    private final List<Sipp.Running> calls = new ArrayList<>();
    private CalledGateway house;

    /** All call at the same time, in a known order; each case looks at its own calls. */
    @BeforeAll
    void start() throws IOException, InterruptedException {
        house = CalledGateway.open("calls");
        begin(house.call("0599000101").press("1").pause(4000).press("1").pause(29_000));
        begin(stranger("0599000999", "0417#").pause(29_000));
        begin(stranger("0599000998", "0418#").pause(4500).press("#").pause(25_000));
        begin(mark("0912345801"));
        begin(sealedReport("0912345805"));
        begin(complaint("0912345802")
                .speak(60, 10)
                .pause(20_000)
                .quiet()
                .press("#")
                .pause(2000)
                .press("2")
                .pause(3000));
        begin(complaint("0912345803")
                .speak(18, 60)
                .pause(25_000)
                .quiet()
                .press("2")
                .pause(3000));
        begin(complaint("0912345804").speak(60, 10).pause(20_000));
    }

    /** Calls, hangs up at the end, and is greeted before the next one calls. */
    private void begin(Sipp call) throws IOException, InterruptedException {
        calls.add(call.hangUp().start());
        int begun = calls.size();
        assertThat(Gateway.await(
                        Duration.ofSeconds(60), () -> house.played().calls().size() == begun))
                .as("call %s is greeted", begun)
                .isTrue();
    }

    /** The files of a call that went as written. */
    private List<String> played(int call) throws IOException, InterruptedException {
        ended(call);
        return house.played().calls().get(call);
    }

    private void ended(int call) throws IOException, InterruptedException {
        assertThat(calls.get(call).await()).as(calls.get(call).said()).isZero();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (house != null) {
            house.close();
        }
    }

    /** The files of a call without figures, pauses and parts of dates. */
    private static List<String> told(List<String> files) {
        return files.stream()
                .map(file -> file.substring("vi/".length()))
                .filter(file -> !file.startsWith("so/") && !file.equals("im-lang"))
                .toList();
    }

    /** The digits that were spoken between two files. */
    private static String figures(List<String> files, String after, String before) {
        return files.subList(files.indexOf("vi/" + after) + 1, files.indexOf("vi/" + before)).stream()
                .map(file -> file.replaceFirst("^vi/(so/)?", ""))
                .collect(Collectors.joining(" "));
    }

    /** What is offered afterwards comes last. */
    private static List<String> with(List<String> begin, List<String> status) {
        return Stream.of(begin, status, List.of("sau-tra-cuu"))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    @Order(1)
    void aDossierIsToldByTheNumberOrByTenDigitsAndThePinAndLessWithoutIt() throws Exception {
        List<List<String>> files = List.of(played(LOOKED_UP), played(WITH_PIN), played(WRONG_PIN));
        assertThat(told(files.get(0)))
                .isEqualTo(
                        with(List.of("chao", "nhap-ma-so-may-1", "nhap-ma-so-may-2", "nhap-ma-so-may-muc-1"), STATUS));
        assertThat(figures(files.get(0), "doc-dang-xu-ly-1", "doc-dang-xu-ly-2"))
                .isEqualTo("2 6 0 8 1 4 im-lang 0 0 1 2");
        assertThat(figures(files.get(0), "doc-dang-xu-ly-3", "doc-dang-xu-ly-4"))
                .as("days left; midnight may have passed since it was registered")
                .isIn("3", "2");
        assertThat(told(files.get(1))).isEqualTo(with(List.of("chao", "nhap-ma", "nhap-pin"), STATUS));
        assertThat(told(files.get(2)))
                .as("a wrong PIN is asked for again; who has none hears state and day only")
                .isEqualTo(with(List.of("chao", "nhap-ma", "nhap-pin", "bam-sai", "nhap-pin"), STATUS.subList(0, 4)));
        String ended = "main ENDED 0";
        house.awaitRows(
                "select flow, state, caller_index is null from voice_call order by began_at limit 3",
                ended,
                ended,
                ended);
    }

    private Sipp stranger(String number, String pin) throws IOException, InterruptedException {
        return house.call(number)
                .press("1")
                .pause(4000)
                .press("2608140012#")
                .pause(4000)
                .press(pin);
    }

    private Sipp mark(String number) throws IOException, InterruptedException {
        String returned = ", \"returnedAt\": \"" + CalledGateway.day(-1) + "\"";
        house.dossier("7801", "RETURNED", number, returned);
        return house.call(number)
                .press("2")
                .pause(4000)
                .press("1")
                .pause(4000)
                .press("8#")
                .pause(4000)
                .press("1")
                .pause(6500)
                .press("2#")
                .pause(4000)
                .press("1")
                .pause(4000)
                .press("1")
                // Gone before the last prompt, of 5.6 s, is over: what is recorded then is none of the recordings here.
                .pause(2500);
    }

    @Test
    @Order(3)
    void aMarkIsConfirmedAndStoredWithWhatWasAskedAfterIt() throws Exception {
        assertThat(told(played(MARK)))
                .isEqualTo(List.of(
                        "chao",
                        "nhap-ma-so-may-1",
                        "nhap-ma-so-may-2",
                        "nhap-ma-so-may-muc-1",
                        "hoi-diem",
                        "xac-nhan-diem-1",
                        "xac-nhan-diem-2",
                        "diem-da-ghi",
                        "hoi-so-lan",
                        "hoi-huong-dan",
                        "hoi-thu-tien",
                        "gop-y-ghi-am"));
        house.awaitRows("select points, visits, clear from score where channel = 'IVR'", "8 2 1");
    }

    @Test
    @Order(4)
    void aSpokenComplaintIsKeptOnceWhetherAKeySilenceOrAHangUpEndsIt() throws Exception {
        for (int call = 0; call < ALL; call++) {
            ended(call);
        }
        house.awaitRows(RECORDINGS, "HANG_UP KEPT 0 0 1", "KEY KEPT 0 0 1", "SILENCE KEPT 0 0 1");
        String complaint = "FEEDBACK HSQH 0 MOI recording:";
        house.awaitRows(SPOKEN, complaint, complaint, complaint);
        assertThat(house.rows("select count(distinct ticket), count(distinct source) from complaint"
                        + " where secret = 0 and source like 'recording:%'"))
                .containsExactly("3 3");
        house.awaitRows("select count(*) from voice_recording where state <> 'KEPT'", "0");
        assertThat(house.exchange().recordings(""))
                .as("nothing is left unsealed")
                .isEmpty();
    }

    private Sipp complaint(String number) throws IOException, InterruptedException {
        return house.call(number).press("3").pause(4000).press("1").pause(500);
    }

    private Sipp sealedReport(String number) throws IOException, InterruptedException {
        return house.call(number)
                .press("3")
                .pause(4000)
                .press("4")
                .pause(4000)
                .press("1")
                .pause(500)
                .speak(60, 10)
                .pause(26_000)
                .quiet()
                .press("#")
                .pause(2000)
                .press("2")
                .pause(4000);
    }

    @Test
    @Order(5)
    void aSealedReportIsKeptWithoutANumber() throws Exception {
        assertThat(told(played(SEALED))).containsSequence("hd-to-cao", "ghi-am-kin", "bip", "xac-nhan", "doc-ma-kin-1");
        house.awaitRows("select ending, state, secret, linked from voice_recording where secret = 1", "KEY KEPT 1 1");
        house.awaitRows(
                "select kind, secret, phone_index is null from complaint where secret = 1 and source like 'recording:%'",
                "DENUNCIATION 1 1");
        house.awaitRows("select caller_index is null from voice_call where secret = 1", "1");
    }

    /** Nobody's, a reporter's least of all: what both programs log, keep and leave behind, the exchange's call records among it. */
    @Test
    @Order(6)
    void nothingThatTheExchangeOrTheGatewayWroteHoldsTheNumberOfACaller() throws Exception {
        assertThat(house.exchange().home().resolve("log")).isNotEmptyDirectory();
        assertThat(house.gateway().var().resolve("log/hotline-0.log")).content().contains("\"level\":\"FINE\"");
        DiskSearch search = new DiskSearch(List.of("91234580"));
        try (Stream<Path> places = Files.list(house.gateway().var())) {
            for (Path place : (Iterable<Path>) places.filter(PhoneCallIT::isNotTheTests)::iterator) {
                search.below(place);
            }
        }
        search.search("output", house.gateway().output().getBytes(StandardCharsets.UTF_8));
        assertThat(search.hits()).isEmpty();
        assertThat(search.bytes()).isGreaterThan(1_000_000);
    }

    /** The telephones of the test dial from there, and ask the exchange's console. */
    private static boolean isNotTheTests(Path place) {
        return !List.of("sipp", "asked").contains(place.getFileName().toString());
    }

    @Test
    @Order(9)
    void aGatewayKilledMidCallLeavesTheWordsToTheExchangeAndFindsThemAgain() throws Exception {
        int before = house.rows(SPOKEN).size();
        Sipp call = house.call("0912345806").press("3").pause(500).speak(60, 10).pause(24_000);
        Sipp.Running running = call.hangUp().start();
        Thread.sleep(5500);
        house.gateway().kill();
        assertThat(running.await()).as(running.said()).isZero();
        assertThat(house.exchange().recordings("fallback"))
                .as("the exchange has recorded")
                .hasSize(1);
        house.gateway().start();
        house.awaitRows(
                Duration.ofMinutes(3),
                "select count(*), sum(state = 'KEPT'), sum(linked) from voice_recording where fallback = 1",
                "1 1 1");
        assertThat(house.rows(SPOKEN)).hasSize(before + 1);
        assertThat(house.exchange().recordings("fallback")).isEmpty();
        house.awaitRows("select count(*) from voice_call where state <> 'ENDED'", "0");
    }
}
