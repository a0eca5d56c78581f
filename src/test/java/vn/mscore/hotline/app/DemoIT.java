package vn.mscore.hotline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.app.demo.DemoLoader;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

class DemoIT {
    private static House house;

    @BeforeAll
    static void load() {
        house = House.open(MovingClock.atVietnam("2026-08-19T09:30"), Map.of("hotline.demo", "true"));
        house.get(DemoLoader.class).start();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static long count(String sql) {
        return house.tx(() -> ((Number) house.entityManager()
                        .createNativeQuery("select count(*) from " + sql)
                        .getSingleResult())
                .longValue());
    }

    @Test
    void threeThousandDossiersStandInThirteenFields() {
        assertThat(count("dossier")).isGreaterThanOrEqualTo(3_000);
        assertThat(count("(select distinct field from dossier) f")).isEqualTo(13);
        assertThat(count("(select distinct status from dossier) s")).isEqualTo(10);
        assertThat(count("dossier_stage")).isGreaterThan(5_000);
    }

    @Test
    void thirtySevenCommunesStandWhereTenDistrictsStood() {
        LocalDate now = LocalDate.parse("2026-08-19");
        LocalDate then = LocalDate.parse("2025-06-30");
        assertThat(house.tx(() -> house.get(Units.class).children(new UnitCode("UBND"), now)))
                .filteredOn(u ->
                        u.kind() == UnitKind.COMMUNE || u.kind() == UnitKind.WARD || u.kind() == UnitKind.SPECIAL_ZONE)
                .hasSize(37);
        assertThat(house.tx(() -> house.get(Units.class).children(new UnitCode("UBND"), then)))
                .filteredOn(u -> u.kind() == UnitKind.DISTRICT)
                .hasSize(10);
    }

    /** One level up is somebody who answers: the node of the province is a place without an office. */
    @Test
    void overEveryOfficeShouldBeOneThatAnswersForIt() {
        LocalDate now = LocalDate.parse("2026-08-19");
        house.tx(() -> {
            Units units = house.get(Units.class);
            Set<UnitCode> committee = units.answersFor(new UnitCode("UBND"), true, now);
            List<Unit> all = units.codes().stream()
                    .map(code -> units.find(new UnitCode(code)).orElseThrow())
                    .filter(unit -> unit.existsOn(now) && unit.kind() != UnitKind.COUNCIL)
                    .toList();
            assertThat(all).hasSizeGreaterThan(200);
            assertThat(all)
                    .filteredOn(unit -> unit.parent().equals(Optional.of(new UnitCode("QT"))))
                    .extracting(unit -> unit.code().value())
                    .containsExactly("UBND");
            assertThat(all)
                    .filteredOn(unit -> !committee.contains(unit.code()))
                    .extracting(unit -> unit.code().value())
                    .as("the province itself and the office of its council")
                    .containsExactlyInAnyOrder("QT", "HDND-VP");
            return null;
        });
    }

    @Test
    void everyAbolishedOfficeHasSomebodyWhoAnswersToday() {
        LocalDate now = LocalDate.parse("2026-08-19");
        house.tx(() -> {
            Units units = house.get(Units.class);
            for (String code : units.codes()) {
                UnitCode today = units.successor(new UnitCode(code), "DATDAI", now);
                assertThat(units.find(today).orElseThrow().existsOn(now))
                        .as(code)
                        .isTrue();
            }
            return null;
        });
    }

    @Test
    void lateDossiersAreLateAtDifferentSteps() {
        assertThat(count("(select distinct s.name from dossier d join dossier_stage s on s.dossier = d.id"
                        + " where s.left_at is null and d.due_at < '2026-08-19'"
                        + " and d.status in ('RECEIVED', 'PROCESSING')) late"))
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "H50.15-260814-0012,0599000101,0417,PROCESSING,3,Tham dinh,TT PVHCC xa Khe Sanh",
        "H50.41-260720-0031,0599000102,1975,PROCESSING,-4,Tham dinh,TT PVHCC P. Dong Ha",
        "H50.53-260810-0008,0599000103,2468,RESULT_READY,0,,TT PVHCC xa Cam Lo",
        "H50.44-260805-0015,0599000104,1968,SUPPLEMENT_REQUIRED,5,Cho bo sung giay to,TT PVHCC xa Vinh Linh",
        "H50.61-260807-0003,0599000105,2026,RETURNED,0,,TT PVHCC xa Dien Sanh",
        "000.00.15.H50-210301-0001,0599000107,1945,PROCESSING,8,Tham dinh,TT PVHCC xa Khe Sanh"
    })
    void namedCitizensFindTheirDossiers(ArgumentsAccessor row) {
        DossierCode code = new DossierCode(row.getString(0));
        PhoneNumber phone = PhoneNumber.parse(row.getString(1)).orElseThrow();
        DossierLookup lookup = house.get(DossierLookup.class);
        assertThat(phone.isVietnameseMobile()).isTrue();
        assertThat(house.tx(() -> lookup.isApplicantsPhone(code, phone))).isTrue();
        assertThat(house.tx(() -> lookup.isPin(code, row.getString(2)))).isTrue();
        Standing standing = house.tx(() -> lookup.applicant(code)).orElseThrow();
        assertThat(standing.status().name()).isEqualTo(row.getString(3));
        assertThat(standing.workingDays()).isEqualTo(row.getInteger(4));
        assertThat(standing.stage().map(Standing.StageStanding::asciiName).orElse(null))
                .isEqualTo(row.getString(5));
        assertThat(standing.collectAt().ascii()).isEqualTo(row.getString(6));
    }

    @Test
    void secondStartLoadsNothing() {
        long before = count("dossier");
        house.get(DemoLoader.class).start();
        assertThat(count("dossier")).isEqualTo(before);
    }
}
