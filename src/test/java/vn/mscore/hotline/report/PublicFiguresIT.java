package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.report.PublicFigures.Edition;
import vn.mscore.hotline.report.PublicFigures.Line;
import vn.mscore.hotline.report.PublicFigures.Quarter;

/** What is told of a quarter, and that it is told only once (R20, ADR 16). */
class PublicFiguresIT {
    private static final Quarter SECOND = Quarter.of(2026, 2);

    private ReportHouse office;

    @BeforeEach
    void open() {
        office = new ReportHouse("2026-07-10T09:30");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Edition told() {
        return office.house.get(PublicFigures.class).of(SECOND);
    }

    private Line line() {
        assertThat(told().lines()).hasSize(1);
        return told().lines().get(0);
    }

    private void returned(int dossiers, boolean invited) {
        for (int i = 0; i < dossiers; i++) {
            String code = office.dossier("KS-HCC", "RETURNED", "2026-05-04");
            office.sql("update dossier set returned_at = ? where code = ?", ReportHouse.at("2026-05-04T10:00"), code);
            if (invited) {
                office.sql(
                        "insert into notice_survey (id, dossier, office_name, office_ascii, invite_from, invite_until,"
                                + " state, noted_at) values (?, ?, 'TT', 'TT', '2026-05-05', '2026-05-20', 'INVITED', now())",
                        office.id(),
                        code);
            }
        }
    }

    /** The dossiers that have no mark yet, in their order, get one. */
    private void marked(int dossiers) {
        for (int i = 0; i < dossiers; i++) {
            office.mark("KS-HCC", "DATDAI", 3, ReportHouse.at("2026-05-06T10:00"));
            office.sql(
                    "update score set dossier = (select min(code) from dossier where code not in (select dossier from"
                            + " (select dossier from score where visits is not null) marked)), visits = 2 where visits is null");
        }
    }

    @Test
    void theShareWhoAnsweredIsOfThoseAskedHoweverManyOthersGaveAMark() {
        returned(10, true);
        returned(20, false);
        marked(5);
        assertThat(line().invited()).isEqualTo(10);
        assertThat(line().response()).contains(0.5);
        office.sql("delete from report_edition_line");
        office.sql("delete from report_edition");
        office.sql("update notice_survey set state = 'SCORED' order by dossier limit 5");
        assertThat(line().invited()).isEqualTo(5);
        assertThat(line().response()).as("of those who were asked, none").contains(0.0);
        assertThat(line().mean()).get().extracting(Mean::n).isEqualTo(5L);
        assertThat(line().again()).contains(1.0);
    }

    @ParameterizedTest(name = "{0} owed since {1}: {2} of five")
    @CsvSource({
        "PROCESSING, 2026-06-30, 5",
        "PROCESSING, 2026-02-03, 5",
        "PROCESSING, 2026-07-01, 0",
        "WITHDRAWN, 2026-06-30, 0",
    })
    void whatIsNeverReturnedIsToldToo(String status, String due, long told) {
        returned(5, false);
        for (int i = 0; i < 5; i++) {
            office.dossier("KS-HCC", status, due);
        }
        assertThat(line().overdue()).isEqualTo(told);
        assertThat(line().onTime()).contains(1.0);
    }

    @Test
    void whatWasToldOnceIsToldAgainWhoeverIsErasedOrComesSince() {
        returned(10, true);
        marked(10);
        Edition first = told();
        office.sql("delete from score limit 1");
        returned(5, false);
        office.clock.advance(java.time.Duration.ofDays(40));
        assertThat(told()).isEqualTo(first);
        assertThat(first.madeOn()).isEqualTo(LocalDate.of(2026, 7, 10));
        assertThat(first.lines().get(0).mean()).get().extracting(Mean::n).isEqualTo(10L);
    }

    @ParameterizedTest(name = "on {0} the last one is {1}")
    @CsvSource({"2026-07-07T23:59, 2026-Q1", "2026-07-08T00:00, 2026-Q2"})
    void aQuarterIsToldOnceItsMarksCannotChange(String now, String last) {
        office.clock.set(ReportHouse.at(now));
        assertThat(office.house.get(PublicFigures.class).quarters())
                .hasSize(8)
                .first()
                .extracting(Quarter::code)
                .isEqualTo(last);
    }
}
