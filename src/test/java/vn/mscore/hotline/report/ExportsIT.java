package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.admin.Deeds;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.Exports.Admission;
import vn.mscore.hotline.report.Exports.Format;

class ExportsIT {
    private static final Viewer LEADER = ReportHouse.viewer(Role.LEADER, "QT");
    private ReportHouse office;

    @BeforeEach
    void open() {
        office = new ReportHouse("2026-03-02T09:30");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Exports exports() {
        return office.house.get(Exports.class);
    }

    private List<String> audit() {
        return office.house.tx(() -> office.house
                .get(Sql.class)
                .rows(
                        "select deed, subject from audit_line order by seq",
                        row -> row.text("deed") + ": " + row.text("subject")));
    }

    @Test
    void row141ThirdExportOfAnAccountWaits() {
        try (Admission one = exports().admit(LEADER, "cases");
                Admission two = exports().admit(LEADER, "cases");
                Admission three = exports().admit(LEADER, "cases");
                Admission another = exports().admit(ReportHouse.viewer(Role.DELEGATE, "QT"), "cases")) {
            assertThat(List.of(
                            one.refusal().isEmpty(),
                            two.refusal().isEmpty(),
                            another.refusal().isEmpty()))
                    .containsOnly(true);
            assertThat(three.refusal().orElseThrow().code()).isEqualTo("export.busy");
        }
        try (Admission again = exports().admit(LEADER, "cases")) {
            assertThat(again.refusal()).isEmpty();
        }
    }

    @Test
    void anExportIsWrittenDownWithItsRows() throws IOException {
        try (Admission place = exports().admit(LEADER, "cases")) {
            Sheet sheet = new Sheet("thu", List.of("a"), Stream.of(List.<Object>of("x"), List.of("y")), List.of());
            place.write(() -> sheet, Format.CSV, new ByteArrayOutputStream());
        }
        assertThat(audit()).contains("export.made: thu CSV, rows 2");
    }

    @Test
    void aBrokenLineLeavesThePlaceFree() {
        for (int i = 0; i < 5; i++) {
            Admission place = exports().admit(LEADER, "cases");
            assertThat(place.refusal()).isEmpty();
            assertThatThrownBy(() -> {
                        try (place) {
                            place.write(
                                    () -> {
                                        throw new UncheckedIOException(new IOException("gone"));
                                    },
                                    Format.CSV,
                                    new ByteArrayOutputStream());
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMINISTRATOR")
    void onlyATechnicianDoesATechniciansDeed(Role role) {
        List<String> done = new ArrayList<>();
        Deeds deeds = office.house.get(Deeds.class);
        assertThatThrownBy(() -> deeds.tell(
                        ReportHouse.viewer(role, "QT"),
                        new Deeds.Deed("unit.changed", "QT"),
                        () -> done.add("done"),
                        ok -> ok))
                .isInstanceOf(SecurityException.class);
        assertThat(done).isEmpty();
        assertThat(audit()).noneMatch(line -> line.startsWith("unit.changed"));
    }

    @Test
    void aTechniciansDeedIsWrittenDownAndARefusedOneIsNot() {
        Deeds deeds = office.house.get(Deeds.class);
        Viewer technician = ReportHouse.viewer(Role.ADMINISTRATOR, "");
        deeds.tell(technician, new Deeds.Deed("unit.changed", "QT"), () -> true, ok -> ok);
        deeds.tell(technician, new Deeds.Deed("unit.changed", "KS"), () -> false, ok -> ok);
        assertThat(audit()).contains("unit.changed: QT").doesNotContain("unit.changed: KS");
    }
}
