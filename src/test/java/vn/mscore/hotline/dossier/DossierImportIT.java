package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.PhoneNumber;

class DossierImportIT {
    private static final String HEADER = "code,unit,procedure,field,received_at,status\n";
    private static final String STAGES = "code,name,unit,entered_at,left_at,allowed_hours,pause_reason\n";

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(Map.of("hotline.csv.maxRows", "8"));
        ImportReport report =
                office.importDossiers("code,unit,procedure,field,received_at,due_at,status,phone,updated_at,pin\n"
                        + "H50.15-260701-0001,KS-HCC,A,F,01/07/2026,,PROCESSING,0912345678,10/08/2026,0417\n"
                        + "H50.15-260701-0002,KS-HCC,A,F,01/07/2026,,RESULT_READY,,,\n");
        assertThat(report.faults()).isEmpty();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @TestFactory
    Stream<DynamicTest> filesAreKeptWholeOrRefusedAtLineAndColumn() throws Exception {
        try (JsonReader reader = Json.createReader(getClass().getResourceAsStream("/dossier/imports.json"))) {
            return new ArrayList<>(reader.readArray().getValuesAs(JsonObject.class))
                    .stream().map(c -> DynamicTest.dynamicTest(c.getString("name"), () -> check(c)));
        }
    }

    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "enospc"})
    void anImportThatFailsInTheMiddleHasDoneNothingAndIsDoneAgain(String action) {
        String csv = HEADER + "H50.15-260703-000" + action.length() + ",KS-HCC,A,F,03/07/2026,PROCESSING\n";
        long before = office.count("dossier");
        Failpoints.arm("import.midFile:" + action);
        assertThatThrownBy(() -> office.importDossiers(csv)).isInstanceOf(RuntimeException.class);
        assertThat(Failpoints.fired()).isTrue();
        assertThat(office.count("dossier")).isEqualTo(before);
        assertThat(office.importDossiers(csv).faults()).isEmpty();
        assertThat(office.count("dossier")).isEqualTo(before + 1);
    }

    private static void check(JsonObject test) {
        String csv = test.getJsonArray("csv").getValuesAs(JsonString::getString).stream()
                .collect(Collectors.joining("\n"))
                .replace("@4097@", "x".repeat(4097));
        long before = office.count("dossier");
        ImportReport report = office.importDossiers(csv);
        if (test.containsKey("kept")) {
            assertThat(report.faults()).isEmpty();
            assertThat(office.count("dossier")).isEqualTo(before + test.getInt("kept"));
        } else {
            assertThat(report.faults().stream().map(f -> f.line() + " " + f.field()))
                    .containsAll(expected(test.getJsonArray("refused")));
            assertThat(office.count("dossier")).isEqualTo(before);
        }
    }

    private static List<String> expected(JsonArray refused) {
        List<String> all = new ArrayList<>();
        for (JsonArray fault : refused.getValuesAs(JsonArray.class)) {
            all.add(fault.getInt(0) + " " + fault.getString(1));
        }
        return all;
    }

    @Test
    void row152_windows1258IsRefusedAtTheLineOfItsFirstWrongByte() {
        String csv = HEADER + "H50.15-260802-0001,KS-HCC,A,F,01/08/2026,PROCESSING\n"
                + "H50.15-260802-0002,KS-HCC,Cấp đổi sổ,F,01/08/2026,PROCESSING\n";
        byte[] bytes =
                csv.replace("ấ", "\u00E2\u0301").replace("ổ", "\u00F4\u0309").getBytes(Charset.forName("windows-1258"));
        assertThat(office.register().importDossiers(bytes, false).faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.sentence()).contains("UTF-8");
                });
    }

    @Test
    void row152_utf16WithItsMarkIsRead() {
        String csv = HEADER + "H50.15-260802-0003,KS-HCC,Cấp đổi sổ,F,01/08/2026,PROCESSING\n";
        assertThat(office.register()
                        .importDossiers(csv.getBytes(StandardCharsets.UTF_16), false)
                        .faults())
                .isEmpty();
        ScoreSubject subject = office.house
                .tx(() -> office.lookup().scoreSubject(new DossierCode("H50.15-260802-0003")))
                .orElseThrow();
        assertThat(subject.procedure()).isEqualTo("Cấp đổi sổ");
    }

    @Test
    void row152_utf16WithoutItsMarkIsRefused() {
        String csv = HEADER + "H50.15-260802-0004,KS-HCC,A,F,01/08/2026,PROCESSING\n";
        assertThat(office.register()
                        .importDossiers(csv.getBytes(StandardCharsets.UTF_16LE), false)
                        .faults())
                .singleElement()
                .extracting(RowFault::line)
                .isEqualTo(1L);
    }

    @Test
    void row160_workbookIsRefusedUnopened() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0};
        assertThat(office.register().importDossiers(workbook, false).refused()).isTrue();
    }

    @Test
    void row158_confirmedFileMayGoBack() {
        String csv = HEADER + "H50.15-260701-0002,KS-HCC,A,F,01/07/2026,PROCESSING\n";
        assertThat(office.register().importDossiers(Office.bytes(csv), true).faults())
                .isEmpty();
        String forth = HEADER + "H50.15-260701-0002,KS-HCC,A,F,01/07/2026,RESULT_READY\n";
        assertThat(office.importDossiers(forth).faults()).isEmpty();
    }

    @Test
    void rowWithoutNumberOrPinLeavesThoseThatAreKnown() {
        DossierCode code = new DossierCode("H50.15-260701-0001");
        String csv = "code,unit,procedure,field,received_at,status,updated_at\n"
                + "H50.15-260701-0001,KS-HCC,A,F,01/07/2026,PROCESSING,11/08/2026\n";
        assertThat(office.importDossiers(csv).faults()).isEmpty();
        PhoneNumber phone = new PhoneNumber("+84912345678");
        assertThat(office.house.tx(() -> office.lookup().isApplicantsPhone(code, phone)))
                .isTrue();
        assertThat(office.house.tx(() -> office.lookup().isPin(code, "0417"))).isTrue();
    }

    @Test
    void rowWithoutDaysLeavesThoseThatAreKnown() {
        String days = "select concat_ws(' ', due_at, returned_at) from dossier where code = 'H50.15-260701-0077'";
        String head = "code,unit,procedure,field,received_at,due_at,returned_at,status\n";
        String row = "H50.15-260701-0077,KS-HCC,A,F,01/07/2026,";
        assertThat(office.importDossiers(head + row + "20/08/2026,10/08/2026,RETURNED\n")
                        .faults())
                .isEmpty();
        List<String> known = office.house.schema().column(days);
        assertThat(known).singleElement().asString().contains("2026-08-20", "2026-08-1");
        assertThat(office.importDossiers(head + row + ",,RETURNED\n").faults()).isEmpty();
        assertThat(office.house.schema().column(days)).isEqualTo(known);
    }

    @Test
    void filesTellNoFacts() {
        String csv = HEADER + "H50.15-260819-0009,KS-HCC,A,F,19/08/2026,RECEIVED\n";
        assertThat(office.importDossiers(csv).faults()).isEmpty();
        assertThat(office.facts()).isEmpty();
    }

    @Test
    void stagesAreAddedAndAStepThatWasLeftStaysLeft() {
        DossierCode code = new DossierCode("H50.15-260701-0001");
        String step = "H50.15-260701-0001,Thẩm định,KS-PKT,03/08/2026 08:00,";
        assertThat(stages(STAGES + step + ",\"24,5\",\n").faults()).isEmpty();
        assertThat(office.house
                        .tx(() -> office.lookup().applicant(code))
                        .orElseThrow()
                        .stage())
                .isPresent();
        assertThat(stages(STAGES + step + "05/08/2026 09:00,16,\n").faults()).isEmpty();
        assertThat(stages(STAGES + step + ",16,\n").faults()).isEmpty();
        assertThat(office.house
                        .tx(() -> office.lookup().applicant(code))
                        .orElseThrow()
                        .stage())
                .isEmpty();
    }

    @Test
    void whatAStepsRowLeavesEmptyStaysAsItIsKnown() {
        String step = "H50.15-260701-0001,Chờ bổ sung,KS-HCC,06/08/2026 08:00,";
        assertThat(stages(STAGES + step + ",16,chờ giấy\n").faults()).isEmpty();
        assertThat(stages(STAGES + step + "07/08/2026 08:00,,\n").faults()).isEmpty();
        assertThat(office.house
                        .schema()
                        .column("select concat_ws(' ', allowed_minutes, pause_reason, left_at is not null)"
                                + " from dossier_stage where name = 'Chờ bổ sung'"))
                .containsExactly("960 chờ giấy 1");
    }

    @Test
    void stageOfAnUnknownDossierIsRefusedAtItsLine() {
        ImportReport report = stages(STAGES + "H50.15-260701-0001,Tiếp nhận,KS-HCC,01/07/2026 08:00,,,\n"
                + "H50.15-260701-9999,Tiếp nhận,KS-HCC,01/07/2026 08:00,,,\n");
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.field()).isEqualTo("code");
        });
        assertThat(report.json().toString()).contains("\"errors\"").contains("\"line\":3");
    }

    private static ImportReport stages(String csv) {
        return office.register().importStages(Office.bytes(csv));
    }

    @Test
    void faultsShouldNeverRepeatTheCell() {
        ImportReport report = office.importDossiers("code,unit,procedure,field,received_at,status,phone,pin\n"
                + "H50.15-260803-0001,KS-HCC,A,F,01/08/2026,PROCESSING,09x1234567,98765\n");
        assertThat(report.json().toString()).doesNotContain("1234567").doesNotContain("98765");
        assertThat(report.faults()).hasSize(2);
    }
}
