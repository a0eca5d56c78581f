package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.citizen.SubjectDesk.Ending;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectRequest.Delay;
import vn.mscore.hotline.citizen.SubjectTerms.Because;
import vn.mscore.hotline.citizen.jpa.SealClearNotes;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** The day of a request about one's own data moves to 20 days for third parties and by 15 once; the citizen is told. */
class SubjectTermsIT {
    private static final String THIRD = "Văn phòng đăng ký đất đai đã nhận, phải ngừng dùng";
    private static final String LONGER = "Hồ sơ giấy từ năm 1998 phải tìm ở kho";

    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-14T09:30");
    private static House house;
    private static int people;

    private PhoneNumber phone;

    @BeforeAll
    static void open() {
        house = House.open(CLOCK, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void somebodyElse() {
        phone = new PhoneNumber("+8491234%04d".formatted(people++));
        for (String table : List.of("sms_outbox", "citizen_subject_words", "citizen_subject_request")) {
            house.tx(() -> house.get(Sql.class).update("delete from " + table));
        }
    }

    private void at(String local) {
        CLOCK.set(instant(local));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    private void received(String day) {
        at(day + "T09:30");
        house.tx(() -> house.get(SubjectRequests.class).open(phone, "xoa het", "SMS"));
    }

    private SubjectRequest request() {
        return house.tx(() -> house.get(SubjectDesk.class).all().get(0));
    }

    private String moved(BiFunction<SubjectTerms, SubjectRequest, Optional<Reason>> how) {
        return house.tx(() -> {
            SubjectRequest request = house.get(SubjectDesk.class)
                    .find(house.get(SubjectDesk.class).all().get(0).number())
                    .orElseThrow();
            return how.apply(house.get(SubjectTerms.class), request)
                    .map(Reason::code)
                    .orElse("moved");
        });
    }

    private String thirdParties(String words) {
        return moved((terms, request) -> terms.involveThirdParties(request, new Because(words, "hoa")));
    }

    private String extend(String words) {
        return moved((terms, request) -> terms.extend(request, new Because(words, "hoa")));
    }

    private void onTheDay(String day, Runnable deed) {
        if (!day.equals("-")) {
            at(day + "T23:59");
            deed.run();
        }
    }

    /** Offices were closed from 14 to 22 February 2026: only the first answer is counted in working days. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the Thursday before Tet,             2026-02-12, -,          -,          2026-02-23, 2026-02-27",
        "third parties over Tet,              2026-02-12, 2026-02-13, -,          2026-02-23, 2026-03-04",
        "noted on the last of 15 days,        2026-02-12, 2026-02-27, -,          2026-02-23, 2026-03-04",
        "extended over Tet,                   2026-02-12, -,          2026-02-27, 2026-02-23, 2026-03-14",
        "third parties and then extended,     2026-02-12, 2026-02-20, 2026-03-04, 2026-02-23, 2026-03-19",
        "extended and then third parties,     2026-02-12, 2026-03-14, 2026-02-27, 2026-02-23, 2026-03-19",
        "received on a day of Tet,            2026-02-17, -,          -,          2026-02-24, 2026-03-04",
        "received on a day of Tet and third,  2026-02-17, 2026-02-18, -,          2026-02-24, 2026-03-09",
        "the last day is a day of Tet,        2026-02-02, -,          -,          2026-02-04, 2026-02-17",
        "third parties end on the first day,  2026-02-03, 2026-02-18, -,          2026-02-05, 2026-02-23",
        "a last day on Sunday stays,          2026-02-14, -,          -,          2026-02-24, 2026-03-01",
    })
    void clocksOverTet2026(ArgumentsAccessor row) {
        String received = row.getString(1);
        String third = row.getString(2);
        String extended = row.getString(3);
        received(received);
        if (extended.compareTo(third) < 0) {
            onTheDay(extended, () -> assertThat(extend(LONGER)).isEqualTo("moved"));
        }
        onTheDay(third, () -> assertThat(thirdParties(THIRD)).isEqualTo("moved"));
        if (extended.compareTo(third) > 0) {
            onTheDay(extended, () -> assertThat(extend(LONGER)).isEqualTo("moved"));
        }
        assertThat(request().acknowledgeBy()).as("2 working days").isEqualTo(LocalDate.parse(row.getString(4)));
        assertThat(request().completeBy()).as("calendar days").isEqualTo(LocalDate.parse(row.getString(5)));
        assertThat(request().firstDue()).isEqualTo(LocalDate.parse(received).plusDays(15));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a day too late,         2026-08-30T00:01, request.overdue, Sở Xây dựng cũng giữ dữ liệu",
                "on the last day,        2026-08-29T23:59, moved,           Sở Xây dựng cũng giữ dữ liệu",
                "no reason,              2026-08-14T10:00, request.reason,  \"          \"",
                "nine characters,        2026-08-14T10:00, request.reason,  \" Sở XD giữ \"",
                "ten characters,         2026-08-14T10:00, moved,           Sở XD giữ.",
            })
    void eachWayIsRefusedForTheSameReasons(String name, String at, String answer, String words) {
        received("2026-08-14");
        at(at);
        LocalDate before = request().completeBy();
        assertThat(thirdParties(words)).isEqualTo(answer);
        boolean stays = !answer.equals("moved");
        assertThat(request().completeBy().equals(before)).isEqualTo(stays);
        assertThat(request().thirdParties().isEmpty()).isEqualTo(stays);
        assertThat(texts()).hasSize(stays ? 0 : 1);
        assertThat(extend(words)).isEqualTo(answer);
        assertThat(request().extension().isEmpty()).isEqualTo(stays);
    }

    @Test
    void oneHundredAndSixtyCharactersAreTakenAndNotOneMore() {
        received("2026-08-14");
        assertThat(thirdParties("ư".repeat(161))).isEqualTo("request.reason");
        assertThat(thirdParties("ư".repeat(160))).isEqualTo("moved");
    }

    @Test
    void eachWayIsTakenOnceAndSaysSo() {
        received("2026-08-14");
        assertThat(thirdParties(THIRD)).isEqualTo("moved");
        assertThat(thirdParties(THIRD)).isEqualTo("request.third-parties");
        assertThat(extend(LONGER)).isEqualTo("moved");
        assertThat(extend(LONGER)).isEqualTo("request.extended");
        assertThat(request().completeBy()).isEqualTo(LocalDate.of(2026, 9, 18));
    }

    @Test
    void whatIsCompletedMovesNoMore() {
        received("2026-08-14");
        house.ask(SubjectDesk.class, d -> d.complete(request(), new Ending(Outcome.ANSWERED, ""), "hoa"));
        assertThat(thirdParties(THIRD)).isEqualTo("request.state");
        assertThat(extend(LONGER)).isEqualTo("request.state");
        assertThat(texts()).as("that it is settled").hasSize(1);
    }

    @Test
    void reasonsAreKeptSealedWithTheirDays() {
        received("2026-08-14");
        thirdParties("  " + THIRD + "\n");
        at("2026-08-20T09:30");
        extend(LONGER);
        assertThat(request().thirdParties()).contains(new Delay(LocalDate.of(2026, 8, 14), THIRD));
        assertThat(request().extension()).contains(new Delay(LocalDate.of(2026, 8, 20), LONGER));
        assertThat(house.schema()
                        .column("select concat(third_parties_sealed, extended_sealed) from citizen_subject_request"))
                .noneMatch(raw -> raw.contains("đất đai") || raw.contains("1998"));
    }

    /** One that a program of before V268 wrote down too: it is read as it stands and sealed by the next run. */
    @Test
    void noteOfTheEndIsKeptSealedAndClearOnesAreSealed() {
        received("2026-08-14");
        assertThat(request().note()).isEmpty();
        assertThat(complete(Outcome.REFUSED, " Số này của người khác\n")).isEmpty();
        assertThat(request().note()).isEqualTo("Số này của người khác");
        assertThat(kept()).noneMatch(raw -> raw.contains("khác"));
        house.tx(() -> house.get(Sql.class)
                .update("update citizen_subject_request set outcome_sealed = null, outcome_note = 'Máy đã đổi chủ'"));
        assertThat(request().note()).as("still in clear").isEqualTo("Máy đã đổi chủ");
        SealClearNotes job = house.get(SealClearNotes.class);
        assertThat(List.of(job.run(), job.run())).containsExactly(1, 0);
        assertThat(request().note()).isEqualTo("Máy đã đổi chủ");
        assertThat(kept()).noneMatch(raw -> raw.contains("chủ"));
    }

    private List<String> kept() {
        return house.schema()
                .column("select concat(coalesce(outcome_sealed, ''), coalesce(outcome_note, ''))"
                        + " from citizen_subject_request");
    }

    @Test
    void extensionFromBeforeReasonsWereKeptStands() {
        received("2026-08-14");
        house.tx(() -> house.get(Sql.class)
                .update("update citizen_subject_request set extended = true, complete_by = '2026-09-13'"));
        assertThat(request().extension()).contains(new Delay(LocalDate.of(2026, 8, 14), ""));
        assertThat(extend(LONGER)).isEqualTo("request.extended");
        assertThat(thirdParties(THIRD)).isEqualTo("moved");
        assertThat(request().completeBy()).isEqualTo(LocalDate.of(2026, 9, 18));
    }

    private record Sent(Instant notBefore, String text) {}

    private List<Sent> texts() {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        return house.tx(() -> house.get(Sql.class)
                .rows(
                        "select * from sms_outbox order by id",
                        row -> new Sent(
                                row.instant("not_before"),
                                cipher.open(
                                        new Place("sms_outbox", "text_sealed", row.number("id")),
                                        row.bytes("text_sealed")))));
    }

    @Test
    void citizenIsToldTheNewDayAndTheReasonWholeOnceEach() {
        received("2026-08-14");
        String number = request().number();
        thirdParties(THIRD);
        thirdParties(THIRD);
        extend(LONGER);
        assertThat(texts())
                .extracting(Sent::text)
                .containsExactly(
                        "Yeu cau du lieu " + number + ": han moi 03/09/2026. Ly do: Van phong dang ky dat dai da nhan,"
                                + " phai ngung dung. Xin loi ong/ba. Goi 18008081.",
                        "Yeu cau du lieu " + number + ": han moi 18/09/2026. Ly do: Ho so giay tu nam 1998 phai tim o"
                                + " kho. Xin loi ong/ba. Goi 18008081.");
    }

    private Optional<String> complete(Outcome outcome, String note) {
        return house.ask(SubjectDesk.class, desk -> {
                    SubjectRequest request =
                            desk.find(desk.all().get(0).number()).orElseThrow();
                    desk.erased(request, "hoa");
                    return desk.complete(request, new Ending(outcome, note), "hoa");
                })
                .map(Reason::code);
    }

    /** A note that is no reason stays in the office. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "EXPORTED, ghi rieng,  ngay 14/08/2026 da cung cap du lieu cho ong/ba. Neu khong dung",
                "ERASED,   ghi rieng,  ngay 14/08/2026 da xoa du lieu duoc phep xoa.",
                "ANSWERED, ghi rieng,  da giai quyet xong ngay 14/08/2026.",
                "REFUSED,  Số này không phải của người gửi, khong thuc hien duoc. Ly do: So nay khong phai cua nguoi gui.",
            })
    void citizenIsToldOnceHowItEnded(Outcome outcome, String note, String told) {
        received("2026-08-14");
        String number = request().number();
        assertThat(complete(outcome, note)).isEmpty();
        assertThat(complete(outcome, note)).contains("request.state");
        assertThat(texts()).singleElement().satisfies(sent -> assertThat(sent.text())
                .startsWith("Yeu cau du lieu " + number + ": " + told)
                .doesNotContain("rieng"));
    }

    @Test
    void refusalThatDoesNotFitIntoTextsIsNotMade() {
        received("2026-08-14");
        assertThat(complete(Outcome.REFUSED, "ư".repeat(500))).contains("request.reason-parts");
        assertThat(request().completed()).isEmpty();
        assertThat(texts()).isEmpty();
    }

    @Test
    void landlineIsToldNothingByTextAndItsRequestEnds() {
        phone = new PhoneNumber("+842333852147");
        received("2026-08-14");
        assertThat(complete(Outcome.REFUSED, "Số này không phải của người gửi")).isEmpty();
        assertThat(request().completed()).isPresent();
        assertThat(texts()).isEmpty();
    }

    @Test
    void textOfAHolidayWaitsForTheFirstMorningOfWork() {
        received("2026-02-13");
        at("2026-02-18T21:00");
        thirdParties(THIRD);
        assertThat(texts()).extracting(Sent::notBefore).containsExactly(instant("2026-02-23T07:00"));
    }

    @Test
    void whoAsksAgainIsToldTheNewDay() {
        received("2026-08-14");
        thirdParties(THIRD);
        assertThat(house.tx(() -> house.get(SubjectRequests.class).open(phone, "xoa di", "SMS"))
                        .completeBy())
                .isEqualTo(LocalDate.of(2026, 9, 3));
    }
}
