package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.shared.UnitCode;

/** The office complained about, as the form of the classification tells it. */
class AccusedFieldTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "kind=FEEDBACK, -",
                "unit=, -",
                "unknown=yes, ?",
                "unit=KS-UBND, KS-UBND",
                "unknown=yes&unit=KS-UBND, KS-UBND"
            })
    void anOfficeThatWasTypedIsNeverDroppedForATick(String body, String expected) {
        Optional<Accused> stated = Optional.ofNullable(expected)
                .map(unit -> unit.equals("?") ? Accused.UNKNOWN : Accused.of(new UnitCode(unit)));
        assertThat(Deeds.accused(Form.parse(body.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(stated);
    }
}
