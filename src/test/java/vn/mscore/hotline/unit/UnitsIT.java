package vn.mscore.hotline.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;

class UnitsIT {
    private static final String UNITS = """
            code,name,short_name,kind,parent,valid_from,valid_to,identifiers,phone,address
            QT,Tỉnh Quảng Trị,Tinh Quang Tri,PROVINCE,,1989-07-01,,H50,,
            HH,Huyện Hướng Hóa,Huyen Huong Hoa,DISTRICT,QT,1996-01-01,30/06/2025,H50.15,,
            HH-BPTN,Bộ phận TN&TKQ huyện Hướng Hóa,BP TN-TKQ Huong Hoa,ONE_STOP,HH,1996-01-01,30/06/2025,,,
            KS,Xã Khe Sanh,Xa Khe Sanh,COMMUNE,QT,2025-07-01,,H50.15,,
            KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,KS,2025-07-01,,,02333880000,Khối 3
            KS-PKT,Phòng Kinh tế xã Khe Sanh,Phong Kinh te KS,DIVISION,KS,2025-07-01,,,,
            """;
    private static final String SUCCESSORS = """
            code,field,unit,from
            HH-BPTN,,KS-HCC,01/07/2025
            HH,DATDAI,KS-PKT,01/07/2025
            HH,,KS,01/07/2025
            """;
    private static final LocalDate THEN = LocalDate.parse("2025-06-30");
    private static final LocalDate NOW = LocalDate.parse("2026-08-17");

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        assertThat(imported(UNITS)).isEmpty();
        assertThat(house.get(UnitRegister.class)
                        .importSuccessors(SUCCESSORS.getBytes(StandardCharsets.UTF_8))
                        .faults())
                .isEmpty();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static List<RowFault> imported(String csv) {
        return house.get(UnitRegister.class)
                .importUnits(csv.getBytes(StandardCharsets.UTF_8))
                .faults();
    }

    private static Units units() {
        return house.get(Units.class);
    }

    @Test
    void fileWithFewerColumnsBringsNoOfficeBackAndTakesNothing() {
        String csv = """
                code,name,short_name,kind,valid_from
                HH-BPTN,Bộ phận TN&TKQ huyện Hướng Hóa,BP TN-TKQ Huong Hoa,ONE_STOP,1996-01-01
                KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,2025-07-01
                """;
        assertThat(imported(csv)).isEmpty();
        Optional<Unit> ended = house.tx(() -> units().find(new UnitCode("HH-BPTN")));
        assertThat(ended.flatMap(Unit::validTo)).contains(THEN);
        Optional<Unit> office = house.tx(() -> units().find(new UnitCode("KS-HCC")));
        assertThat(office.flatMap(Unit::phone)).contains("02333880000");
        assertThat(office.flatMap(Unit::parent)).contains(new UnitCode("KS"));
    }

    @ParameterizedTest(name = "{0} for {1} on {2} is {3}")
    @CsvSource({
        "HH-BPTN,DATDAI,2026-08-17,KS-HCC",
        "HH-BPTN,DATDAI,2025-06-30,HH-BPTN",
        "HH,DATDAI,2026-08-17,KS-PKT",
        "HH,HOTICH,2026-08-17,KS",
        "KS,HOTICH,2026-08-17,KS",
        "NOBODY,HOTICH,2026-08-17,NOBODY"
    })
    void successorIsTheFieldsOwnOrTheGeneralOne(String unit, String field, LocalDate day, String expected) {
        UnitCode successor = house.tx(() -> units().successor(new UnitCode(unit), field, day));
        assertThat(successor.value()).isEqualTo(expected);
    }

    @Test
    void identifierBelongsToWhoeverBoreItOnThatDay() {
        assertThat(house.tx(() -> units().byIdentifier("H50.15", THEN))
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("HH");
        assertThat(house.tx(() -> units().byIdentifier("H50.15", NOW))
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("KS");
        assertThat(house.tx(() -> units().byIdentifier("H99", NOW))).isEmpty();
    }

    @Test
    void childrenAreThoseOfTheDay() {
        assertThat(house.tx(() -> units().children(new UnitCode("QT"), THEN)))
                .extracting(u -> u.code().value())
                .containsExactly("HH");
        assertThat(house.tx(() -> units().children(new UnitCode("QT"), NOW)))
                .extracting(u -> u.code().value())
                .containsExactly("KS");
    }

    @ParameterizedTest(name = "\"{0}\" finds \"{1}\"")
    @CsvSource({
        "khe sanh, KS KS-HCC KS-PKT",
        "Kinh tế, KS-PKT",
        "ks-p, KS-PKT",
        "KINH TE, KS-PKT",
        "Khe Sanh 😀, ''",
        "河, ''",
        "%, ''",
        "K_S, ''",
        "Khe_Sanh, ''",
        "!, ''",
        "\\, ''"
    })
    void searchFindsLettersAsTheyAre(String typed, String found) {
        List<String> codes = house.tx(() -> units().search(typed, 80)).stream()
                .map(unit -> unit.code().value())
                .toList();
        assertThat(String.join(" ", codes)).isEqualTo(found);
    }

    @Test
    void nameOfAnUnknownUnitIsItsCode() {
        assertThat(house.tx(() -> units().name(new UnitCode("NOBODY"))).ascii()).isEqualTo("NOBODY");
        assertThat(house.tx(() -> units().name(new UnitCode("KS-HCC"))).full()).isEqualTo("TT PVHCC xã Khe Sanh");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    unknown parent by name         | X1,X,X,COMMUNE,NIX,2025-07-01,,,,      | parent
                    identifier of another's time   | X1,X,X,COMMUNE,QT,2025-07-01,,H50.15,, | identifiers
                    short name of 23 characters    | X1,X,12345678901234567890123,COMMUNE,QT,2025-07-01,,,, | short_name
                    short name with diacritics     | X1,X,Xã,COMMUNE,QT,2025-07-01,,,,      | short_name
                    unknown kind                   | X1,X,X,VILLAGE,QT,2025-07-01,,,,       | kind
                    ends before it begins          | X1,X,X,COMMUNE,QT,2025-07-01,2025-06-01,,, | valid_to
                    its own parent                 | X1,X,X,COMMUNE,X1,2025-07-01,,,,       | parent
                    row 155: 31 February           | X1,X,X,COMMUNE,QT,31/02/2026,,,,       | valid_from
                    row 155: two readings          | X1,X,X,COMMUNE,QT,02/03,,,,            | valid_from
                    row 155: a spreadsheet's day   | X1,X,X,COMMUNE,QT,45000,,,,            | valid_from
                    code with a blank              | X 1,X,X,COMMUNE,QT,2025-07-01,,,,      | code
                    """)
    void wrongUnitShouldBeRefusedAtItsColumn(String name, String row, String column) {
        String csv = UNITS.lines().findFirst().orElseThrow() + "\n" + row + "\n";
        assertThat(imported(csv)).as(name).extracting(RowFault::field).contains(column);
        assertThat(house.tx(() -> units().codes())).doesNotContain("X1");
    }

    @Test
    void jsonReplacesTheWholeUnitAndMayBeRepeated() {
        for (String follower : List.of("KS", "KS-HCC", "KS-HCC")) {
            String json = """
                    {"name":"Phòng TN&MT huyện Hướng Hóa","shortName":"Phong TNMT Huong Hoa","kind":"DIVISION",
                     "parent":"HH","validFrom":"1996-01-01","validTo":"2025-06-30","identifiers":["H50.15.99"],
                     "successors":[{"field":"DATDAI","unit":"%s","from":"2025-07-01"}],"phone":null}""".formatted(follower);
            assertThat(put("HH-TNMT", json)).isEmpty();
            assertThat(house.tx(() -> units().successor(new UnitCode("HH-TNMT"), "DATDAI", NOW))
                            .value())
                    .isEqualTo(follower);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    unknown successor by name   | {"name":"A","shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01","successors":[{"unit":"NIX","from":"2025-07-01"}]} | NIX
                    row 127: duplicate key      | {"name":"A","name":"B","shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01"} | JSON
                    row 127: extra field        | {"name":"A","shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01","role":"admin"} | role
                    row 127: wrong type         | {"name":["A"],"shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01"} | name
                    row 127: not an object      | [1,2] | JSON
                    row 127: NaN                | {"name":NaN} | JSON
                    missing name                | {"shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01"} | name
                    successor twice             | {"name":"A","shortName":"A","kind":"COMMUNE","validFrom":"2025-07-01","successors":[{"unit":"KS","from":"2025-07-01"},{"unit":"QT","from":"2025-07-01"}]} | field
                    """)
    void wrongJsonShouldBeRefusedNamingTheField(String name, String json, String named) {
        assertThat(put("X2", json).toString()).as(name).contains(named);
        assertThat(house.tx(() -> units().codes())).doesNotContain("X2");
    }

    @Test
    void row127_tenThousandBracketsAreRefused() {
        String deep = "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        assertThat(put("X3", deep)).singleElement().asString().contains("JSON");
    }

    private static List<RowFault> put(String code, String json) {
        return house.get(UnitRegister.class).put(code, json.getBytes(StandardCharsets.UTF_8));
    }
}
