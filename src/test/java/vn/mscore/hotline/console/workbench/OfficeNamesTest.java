package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Units;

/** What is kept by its code is called by its name; the code of an office stays in the title. */
class OfficeNamesTest {
    @Test
    void anOfficeShouldBeShownByItsNameWithTheCodeInTheTitle() throws Exception {
        StringWriter page = new StringWriter();
        new PebbleEngine.Builder()
                .loader(new StringLoader())
                .build()
                .getTemplate("<i title=\"{{ x.get }}\">{{ offices.name(x.get) }}</i>{% if d == 0 %}now{% endif %}")
                .evaluate(
                        page,
                        Map.of(
                                "x",
                                Optional.of(new UnitCode("KS-UBND")),
                                "d",
                                0,
                                "offices",
                                new OfficeNames.Names(Map.of("KS-UBND", "UBND xã Khe Sanh"))));
        assertThat(page.toString()).isEqualTo("<i title=\"KS-UBND\">UBND xã Khe Sanh</i>now");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "classify, FEEDBACK GTDB, Phản ánh · Giao thông",
        "classify, FEEDBACK CU > SUGGESTION GTDB, Phản ánh · CU → Kiến nghị · Giao thông",
        "accused, - > KS-UBND, không rõ → UBND xã Khe Sanh",
        "route-planned, KS-UBND, UBND xã Khe Sanh",
        "extend-planned, 5, +5 ngày làm việc",
        "extend, 2026-08-10 > +5, 10/08/2026 → +5 ngày làm việc",
        "judge, 7 REMINDED, Nhắc nhở",
        "take, '', ''"
    })
    void aStepOfTheHistoryShouldSayWhatItChanged(String deed, String note, String said) {
        Categories categories = Mockito.mock(Categories.class);
        Category roads = Mockito.mock(Category.class);
        Mockito.when(roads.name()).thenReturn("Giao thông");
        Mockito.when(categories.byCode("GTDB")).thenReturn(Optional.of(roads));
        CaseTime time = Mockito.mock(CaseTime.class);
        Mockito.when(time.outcomes()).thenReturn(List.of(new CaseTime.Outcome("REMINDED", "Nhắc nhở")));
        Units units = Mockito.mock(Units.class);
        Mockito.when(units.name(new UnitCode("KS-UBND")))
                .thenReturn(new UnitName("UBND xã Khe Sanh", "UBND xa Khe Sanh"));
        Reading say = new Reading(new Words(), Language.VI, Mockito.mock(WorkCalendar.class), Instant.EPOCH);
        CaseView.Step step = new CaseView.Step(
                "hoa", deed, Optional.empty(), LocalDate.EPOCH, Optional.empty(), State.MOI, Optional.empty(), note);
        assertThat(new StepNotes(categories, time, units).of(say, List.of(step)).of(deed, note))
                .isEqualTo(said);
    }
}
