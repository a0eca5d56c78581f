package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
    private static final int TWENTY = 20;
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
    void row141OfTwentyAtTheSameMomentSixRunAndNobodyHasMoreThanTwo() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TWENTY);
        try {
            for (int round = 0; round < 100; round++) {
                CountDownLatch moment = new CountDownLatch(1);
                List<Future<Admission>> asked = new ArrayList<>();
                for (int i = 0; i < TWENTY; i++) {
                    Viewer one = account(i % (TWENTY / 4));
                    asked.add(threads.submit(() -> {
                        moment.await();
                        return exports().admit(one, "cases");
                    }));
                }
                moment.countDown();
                List<Admission> places = new ArrayList<>();
                for (Future<Admission> one : asked) {
                    places.add(one.get(30, TimeUnit.SECONDS));
                }
                int[] of = new int[TWENTY / 4];
                for (int i = 0; i < TWENTY; i++) {
                    of[i % of.length] += places.get(i).refusal().isEmpty() ? 1 : 0;
                }
                assertThat(Arrays.stream(of).sum()).isEqualTo(Exports.ALL_AT_ONCE);
                assertThat(Arrays.stream(of).max()).hasValue(Exports.AT_ONCE);
                places.forEach(Admission::close);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Viewer account(int number) {
        return new Viewer(900 + number, "a" + number, "A" + number, Role.LEADER, Optional.empty(), false);
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
