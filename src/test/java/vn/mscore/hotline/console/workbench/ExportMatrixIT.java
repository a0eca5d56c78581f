package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.EveryCase;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.Readable;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.report.Exports;
import vn.mscore.hotline.report.Exports.Format;
import vn.mscore.hotline.report.LeaderBoard;
import vn.mscore.hotline.report.PublicFigures.Quarter;
import vn.mscore.hotline.report.sql.QuarterLines;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * What everybody can take away (security R2, R42, L8): every role in every office gets the list of exactly the cases it may see,
 * in every format; and all that files are made of once without and once with as many sealed cases, which must change nothing.
 */
class ExportMatrixIT {
    /** A day after all cases of the house came, so that they count. */
    private static final LocalDate LATER = LocalDate.parse("2026-10-05");

    private EveryCase every;
    private House house;

    @BeforeEach
    void open() {
        every = EveryCase.house();
        house = every.rooms();
    }

    @AfterEach
    void close() {
        every.close();
    }

    private String list(Viewer viewer, Group group, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exports.Admission place = house.get(Exports.class).admit(viewer, CaseSheet.NAME)) {
            assertThat(place.refusal()).isEmpty();
            place.write(() -> house.get(CaseSheet.class).of(viewer, CaseFilter.of(group), Language.VI), format, out);
            return Readable.text(out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everybodyShouldTakeAwayTheCasesHeMaySeeAndNoOthers() {
        Set<TicketNumber> open = every.fillOpen().keySet();
        every.fillSealed();
        int rows = 0;
        for (Viewer viewer : EveryCase.viewers()) {
            List<String> expected = open.stream()
                    .filter(ticket -> every.may(viewer, ticket))
                    .map(TicketNumber::digits)
                    .toList();
            for (Format format : Format.values()) {
                String file = list(viewer, Group.ALL, format);
                assertThat(expected).as("%s %s", viewer.login(), format).allMatch(file::contains);
                assertThat(open)
                        .as("%s %s", viewer.login(), format)
                        .filteredOn(ticket -> file.contains(ticket.digits()))
                        .hasSize(expected.size());
            }
            assertThat(list(viewer, Group.ALL, Format.CSV).lines())
                    .as(viewer.login())
                    .hasSize(expected.size() + 2);
            rows += expected.size();
        }
        assertThat(rows).isGreaterThan(1_000);
    }

    /** Everything that becomes a file for this viewer. */
    private Map<String, String> everything(Viewer viewer) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            for (Format format : Format.values()) {
                all.put(group + " " + format, list(viewer, group, format));
            }
        }
        all.put("board", house.get(LeaderBoard.class).of(viewer, LATER).toString());
        all.put(
                "digest",
                house.get(DelegateBoard.class)
                        .of(viewer, new DelegateBoard.Wanted(LATER.minusMonths(3), LATER, "", 1))
                        .toString());
        return all;
    }

    @Test
    void sealedCasesShouldChangeNoFile() {
        every.fillOpen();
        Map<Viewer, Map<String, String>> without = new LinkedHashMap<>();
        EveryCase.viewers().forEach(viewer -> without.put(viewer, everything(viewer)));
        String figures = figures();
        Set<TicketNumber> sealed = every.fillSealed().keySet();
        for (Viewer viewer : EveryCase.viewers()) {
            Map<String, String> with = everything(viewer);
            assertThat(with).as(viewer.login()).isEqualTo(without.get(viewer));
            assertThat(sealed).as(viewer.login()).noneMatch(ticket -> with.toString()
                    .contains(ticket.digits()));
        }
        assertThat(figures()).isEqualTo(figures);
        assertThat(without.keySet())
                .filteredOn(viewer -> without.get(viewer).get("board").contains("LateCase"))
                .as("leaders whose boards hold cases")
                .isNotEmpty()
                .allMatch(viewer -> viewer.is(Role.LEADER));
        assertThat(without.keySet())
                .filteredOn(viewer -> without.get(viewer).get("digest").contains("Digest["))
                .as("delegates who have a digest")
                .isNotEmpty()
                .allMatch(viewer -> viewer.is(Role.DELEGATE));
    }

    private String figures() {
        Quarter quarter = Quarter.before(LATER);
        return Arrays.asList(quarter, Quarter.before(quarter.first())).stream()
                .map(one -> house.tx(
                        () -> house.get(QuarterLines.class).of(one, LATER).toString()))
                .toList()
                .toString();
    }
}
