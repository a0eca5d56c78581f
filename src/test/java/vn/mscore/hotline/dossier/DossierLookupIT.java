package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;

class DossierLookupIT {
    private static final DossierCode GRANNY = new DossierCode("H50.15-260814-0012");
    private static final DossierCode OLD = new DossierCode("000.00.15.H50-210301-0001");
    private static final PhoneNumber PHONE = new PhoneNumber("+84912345678");
    private static final PhoneNumber STRANGER = new PhoneNumber("+84987654321");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office();
        String stages = """
                ,"phone":"0912 345 678","pin":"0417","stages":[
                  {"name":"Tiếp nhận","unit":"KS-HCC","officer":"Nguyễn Văn A","enteredAt":"2026-08-14T08:00:00+07:00",
                   "leftAt":"2026-08-17T08:00:00+07:00","allowedHours":8},
                  {"name":"Thẩm định","unit":"KS-PKT","enteredAt":"2026-08-17T08:00:00+07:00","allowedHours":24}]""";
        assertThat(office.put(GRANNY.value(), "PROCESSING", "2026-08-20", stages)
                        .kept())
                .isTrue();
        String old = """
                {"unit":"HH-BPTN","procedure":"Cấp GCN","field":"DATDAI","receivedAt":"2021-03-01T08:00:00+07:00",
                 "dueAt":"2021-04-01T17:00:00+07:00","status":"PROCESSING","stages":[
                  {"name":"Thẩm định","unit":"HH-TNMT","enteredAt":"2021-03-02T08:00:00+07:00","allowedHours":24}]}""";
        assertThat(office.put(OLD.value(), old).kept()).isTrue();
        assertThat(office.put("H50.15-260803-0007", "RETURNED", "2026-08-10", returned("0912345678"))
                        .kept())
                .isTrue();
        assertThat(office.put("H50.15-260601-0009", "RETURNED", "2026-06-10", returnedInJune())
                        .kept())
                .isTrue();
        assertThat(office.put("H50.15-260815-0031", "RESULT_READY", "2026-08-18", ",\"phone\":\"01662345678\"")
                        .kept())
                .isTrue();
    }

    private static String returned(String phone) {
        return ",\"phone\":\"" + phone + "\",\"returnedAt\":\"2026-08-12T09:00:00+07:00\"";
    }

    private static String returnedInJune() {
        return ",\"phone\":\"0912345678\",\"returnedAt\":\"2026-06-12T09:00:00+07:00\"";
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static DossierLookup lookup() {
        return office.lookup();
    }

    @Test
    void scenario1_strangerSeesStatusAndPromiseButNoStage() {
        Standing standing = office.house.tx(() -> lookup().anyone(GRANNY)).orElseThrow();
        assertThat(standing.status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(standing.due()).contains(LocalDate.parse("2026-08-20"));
        assertThat(standing.workingDays()).isEqualTo(1);
        assertThat(standing.collectAt().ascii()).isEqualTo("TT PVHCC xa Khe Sanh");
        assertThat(standing.stage()).isEmpty();
        assertThat(standing.late()).isFalse();
    }

    @Test
    void scenario1_applicantSeesStageHolderAndDaysAsInT02() {
        Standing standing = office.house.tx(() -> lookup().applicant(GRANNY)).orElseThrow();
        Standing.StageStanding stage = standing.stage().orElseThrow();
        assertThat(stage.name()).isEqualTo("Thẩm định");
        assertThat(stage.asciiName()).isEqualTo("Tham dinh");
        assertThat(stage.holder().ascii()).isEqualTo("Phong Kinh te");
        assertThat(stage.since()).isEqualTo(LocalDate.parse("2026-08-17"));
        assertThat(stage.workingDaysHeld()).isEqualTo(2);
        assertThat(stage.late()).isFalse();
    }

    @Test
    void scenario7_codeOfAnAbolishedDistrictShowsTodaysOffices() {
        Standing standing = office.house.tx(() -> lookup().applicant(OLD)).orElseThrow();
        assertThat(standing.collectAt().full()).isEqualTo("TT PVHCC xã Khe Sanh");
        assertThat(standing.stage().orElseThrow().holder().ascii()).isEqualTo("Phong Kinh te");
        assertThat(standing.stage().orElseThrow().late()).isTrue();
        assertThat(standing.late()).isTrue();
        assertThat(standing.workingDays()).isLessThan(-1000);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "H50.15-260814-0012,0417,true",
        "row 19 H50.15-260814-0012,0418,false",
        "H50.15-260814-0012,417,false",
        "H50.15-260814-0012,'',false",
        "row 18 H50.15-260814-9999,0417,false",
        "no PIN H50.15-260803-0007,0417,false",
        "no PIN H50.15-260803-0007,'',false"
    })
    void pinIsRightForItsDossierOnly(String code, String pin, boolean right) {
        DossierCode of = new DossierCode(code.substring(code.indexOf("H50")));
        assertThat(office.house.tx(() -> lookup().isPin(of, pin))).isEqualTo(right);
    }

    @Test
    void phoneIsRecognisedInEverySpellingEvenOfElevenDigits() {
        assertThat(office.house.tx(() -> lookup().isApplicantsPhone(GRANNY, PHONE)))
                .isTrue();
        assertThat(office.house.tx(() -> lookup().isApplicantsPhone(GRANNY, STRANGER)))
                .isFalse();
        PhoneNumber renumbered = PhoneNumber.parse("0362345678").orElseThrow();
        assertThat(office.house.tx(() -> lookup().isApplicantsPhone(new DossierCode("H50.15-260815-0031"), renumbered)))
                .isTrue();
        assertThat(office.house.tx(() -> lookup().isApplicantsPhone(OLD, PHONE)))
                .as("a dossier without a number belongs to nobody's phone")
                .isFalse();
    }

    @Test
    void ownDossiersAreNewestFirstAndReturnedOnesLast() {
        List<Standing> own = office.house.tx(() -> lookup().ofPhone(PHONE, 10));
        assertThat(own)
                .extracting(s -> s.code().shortForm())
                .containsExactly("260814-0012", "260803-0007", "260601-0009");
        assertThat(own.get(0).stage()).isPresent();
        assertThat(office.house.tx(() -> lookup().ofPhone(PHONE, 1))).hasSize(1);
        assertThat(office.house.tx(() -> lookup().ofPhone(STRANGER, 10))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "one wrong digit,H50.15-260814-0013,H50.15-260814-0012",
        "one digit missing,H50.15-26084-0012,H50.15-260814-0012",
        "one digit too many,H50.15-2608144-0012,H50.15-260814-0012",
        "two digits swapped,H50.15-260841-0012,H50.15-260814-0012",
        "S for 5,HS0.1S-260814-0012,H50.15-260814-0012",
        "B for 8 and Z for 2,h50.15 z60b14 001z,H50.15-260814-0012",
        "only the digits with one wrong,2608140013,H50.15-260814-0012",
        "two wrong digits,H50.15-260814-0035,",
        "somebody else's dossier,H50.15-260815-0031,",
        "nothing like it,TOI MUON HOI,"
    })
    void didYouMeanOffersOnlyTheSendersOwn(String name, String typed, String expected) {
        assertThat(office.house.tx(() -> lookup().didYouMean(PHONE, typed)))
                .as(name)
                .isEqualTo(Optional.ofNullable(expected).map(DossierCode::new));
    }

    @Test
    void tenDigitsFindTheCode() {
        assertThat(office.house.tx(() -> lookup().byTenDigits("2608140012"))).containsExactly(GRANNY);
        assertThat(office.house.tx(() -> lookup().byTenDigits("2608149999"))).isEmpty();
    }

    @Test
    void scoreIsLinkedThroughTheDossier() {
        ScoreSubject subject = office.house
                .tx(() -> lookup().scoreSubject(new DossierCode("H50.15-260803-0007")))
                .orElseThrow();
        assertThat(subject.unit().value()).isEqualTo("KS-HCC");
        assertThat(subject.field()).isEqualTo("DATDAI");
        assertThat(subject.returnedAt()).isPresent();
        assertThat(office.house.tx(() -> lookup().scoreSubject(new DossierCode("H50.15-260803-9999"))))
                .isEmpty();
    }

    @Test
    void returnedRecentlyLooksBackSoManyDays() {
        assertThat(office.house.tx(() -> lookup().returnedRecently(PHONE, 30)))
                .containsExactly(new DossierCode("H50.15-260803-0007"));
        assertThat(office.house.tx(() -> lookup().returnedRecently(PHONE, 100))).hasSize(2);
        assertThat(office.house.tx(() -> lookup().returnedRecently(PHONE, 6))).isEmpty();
    }

    @Test
    void numbersAndPinsAreNowhereInClear() throws Exception {
        try (var connection = office.house.schema().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select hex(phone_sealed), hex(phone_index), hex(pin_hash), code from dossier")) {
            while (rows.next()) {
                String dump = rows.getString(1) + rows.getString(2) + rows.getString(3);
                assertThat(dump).doesNotContain("39313233343536373830").doesNotContain("393132333435363738");
            }
        }
    }
}
