package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.report.LeaderBoard.Board;
import vn.mscore.hotline.report.LeaderBoard.Cause;
import vn.mscore.hotline.report.LeaderBoard.Holder;
import vn.mscore.hotline.report.LeaderBoard.LateDossier;
import vn.mscore.hotline.report.ReportHouse.Step;

/** The week after Tết 2026: offices were closed from 14 to 22 February. */
class LeaderBoardIT {
    private static final LocalDate TODAY = LocalDate.parse("2026-02-26");
    private static ReportHouse office;

    @BeforeAll
    static void fill() {
        office = new ReportHouse("2026-02-26T09:30");
        String overTet = office.dossier("KS-HCC", "PROCESSING", "2026-02-23");
        office.stage(overTet, new Step("KS-PKT", "Thẩm định", "2026-02-12T09:00", "", ""));
        String paused = office.dossier("KS-HCC", "PROCESSING", "2026-02-24");
        office.stage(paused, new Step("KS-PKT", "Thẩm định", "2026-02-09T09:00", "", ""));
        office.stage(
                paused, new Step("KS-HCC", "Chờ xác minh", "2026-02-10T00:00", "2026-02-25T00:00", "Chờ xác minh"));
        String inherited = office.dossier("KS-HCC", "PROCESSING", "2026-03-30");
        office.stage(inherited, new Step("HH-TNMT", "Thẩm định", "2026-02-25T09:00", "", ""));
        String waiting = office.dossier("KS-HCC", "SUPPLEMENT_REQUIRED", "2026-02-25");
        office.stage(waiting, new Step("KS-HCC", "Chờ bổ sung", "2026-02-10T09:00", "", "Chờ bổ sung giấy tờ"));
        String others = office.dossier("LB-HCC", "PROCESSING", "2026-02-13");
        office.stage(others, new Step("LB-HCC", "Tiếp nhận", "2026-02-03T09:00", "", ""));
        office.aCase("KS-PKT", "DA_CHUYEN", "2026-02-13", false);
        office.aCase("KS-PKT", "DONG", "2026-02-13", false);
        office.aCase("KS-PKT", "DA_CHUYEN", "2026-02-12", true);
        office.aCase("LB-HCC", "DA_CHUYEN", "2026-02-12", false);
        for (int i = 0; i < 7; i++) {
            office.mark("KS-HCC", "DATDAI", i < 4 ? 8 : 1, ReportHouse.at("2026-01-1" + i + "T10:00"));
        }
        office.byPin("2026-01-14T10:00");
        for (int i = 0; i < 20; i++) {
            office.untiedMark("KS-HCC", "DATDAI", 10, ReportHouse.at("2026-01-09T10:00"));
        }
        for (int i = 0; i < 4; i++) {
            office.mark("KS-PKT", "DATDAI", 9, ReportHouse.at("2026-01-1" + i + "T10:00"));
        }
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Board board(String unit) {
        return office.house
                .get(LeaderBoard.class)
                .of(ReportHouse.viewer(Role.LEADER, unit), TODAY)
                .orElseThrow();
    }

    @Test
    void holidaysAndPausesAreNotDaysInSomebodysHands() {
        assertThat(board("KS").holders())
                .extracting(Holder::name, Holder::stage, Holder::dossiers, Holder::longestDays)
                .containsExactly(
                        // 13, 23, 24, 25, 26 February; the third came from an office that it follows
                        org.assertj.core.groups.Tuple.tuple("Phòng Kinh tế xã Khe Sanh", "Thẩm định", 3, 5));
    }

    @Test
    void overdueDossiersCountWorkingDaysAndNameTheHolder() {
        assertThat(board("KS").dossiers())
                .extracting(LateDossier::unit, LateDossier::stage, LateDossier::heldDays, LateDossier::lateDays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Phòng Kinh tế xã Khe Sanh", "Thẩm định", 5, 3),
                        org.assertj.core.groups.Tuple.tuple("Phòng Kinh tế xã Khe Sanh", "Thẩm định", 2, 2),
                        org.assertj.core.groups.Tuple.tuple("TT PVHCC xã Khe Sanh", "Chờ bổ sung", 0, 1));
    }

    @Test
    void causesAreWrittenReasonsAndTheirAbsenceIsSaid() {
        assertThat(board("KS").causes())
                .containsExactly(
                        new Cause("", 1, 33),
                        new Cause("Chờ bổ sung giấy tờ", 1, 33),
                        new Cause("Chờ xác minh", 1, 33));
    }

    @Test
    void sealedCasesAreInNoCounterAndOtherCommunesAreNotSeen() {
        assertThat(board("KS").today().lateCases()).isEqualTo(1);
        assertThat(board("KS").cases()).extracting(LateCase::lateDays).containsExactly(4);
        assertThat(board("LB").today().lateCases()).isEqualTo(1);
        assertThat(board("QT").today().lateCases()).isEqualTo(2);
    }

    @Test
    void marksAreToldInFivesOnly() {
        Board board = board("KS");
        assertThat(board.today().score().orElseThrow().n()).isEqualTo(5);
        assertThat(board.today().score().orElseThrow().mean())
                .as("four eights and half a one")
                .isCloseTo(32.5 / 4.5, within(1e-9));
        assertThat(board.scores())
                .filteredOn(score -> score.mean().isEmpty())
                .extracting(LeaderBoard.UnitScore::name)
                .contains("Phòng Kinh tế xã Khe Sanh");
    }

    /** The page says how many there are; the file has them all, the longest late first. */
    @Test
    void listsAreCutOnThePageAndNeverInTheFile() {
        try (ReportHouse many = new ReportHouse("2026-02-26T09:30")) {
            many.house.tx(() -> fillMany(many));
            LeaderBoard leaders = many.house.get(LeaderBoard.class);
            Viewer leader = ReportHouse.viewer(Role.LEADER, "QT");
            Board page = leaders.of(leader, TODAY).orElseThrow();
            assertThat(List.of(
                            page.cases().size(),
                            page.dossiers().size(),
                            page.holders().size()))
                    .containsExactly(50, 50, 20);
            assertThat(List.of(page.today().lateCases(), page.today().lateDossiers(), (long) page.steps()))
                    .containsExactly(450L, 60L, 60L);
            many.house.tx(() -> {
                LeaderBoard.Whole whole = leaders.whole(leader, TODAY).orElseThrow();
                List<String> cases = whole.cases().map(LateCase::ticket).toList();
                assertThat(cases)
                        .hasSize(450)
                        .doesNotHaveDuplicates()
                        .startsWith(page.cases().stream().map(LateCase::ticket).toArray(String[]::new));
                assertThat(whole.dossiers())
                        .hasSize(60)
                        .startsWith(page.dossiers().toArray(LateDossier[]::new));
                assertThat(whole.holders())
                        .hasSize(60)
                        .startsWith(page.holders().toArray(Holder[]::new));
                return null;
            });
        }
    }

    private static Void fillMany(ReportHouse many) {
        for (int i = 0; i < 450; i++) {
            many.aCase("KS-PKT", "DA_CHUYEN", "2026-02-1" + (i % 3), false);
        }
        for (int i = 0; i < 60; i++) {
            String late = many.dossier("KS-HCC", "PROCESSING", "2026-02-1" + (i % 3));
            many.stage(late, new Step("KS-PKT", "Khâu " + i, "2026-02-03T09:00", "", ""));
        }
        return null;
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "LEADER")
    void nobodyElseHasALeadersBoard(Role role) {
        assertThat(office.house.get(LeaderBoard.class).of(ReportHouse.viewer(role, "QT"), TODAY))
                .isEmpty();
        assertThat(office.house.get(LeaderBoard.class).whole(ReportHouse.viewer(role, "QT"), TODAY))
                .isEmpty();
    }

    @Test
    void aLeaderWithoutAUnitSeesNothing() {
        assertThat(office.house.get(LeaderBoard.class).of(ReportHouse.viewer(Role.LEADER, ""), TODAY))
                .isEmpty();
        assertThat(List.of(board("LB").holders().size())).containsExactly(1);
    }
}
