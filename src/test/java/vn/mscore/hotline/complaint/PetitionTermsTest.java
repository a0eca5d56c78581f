package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.petition.PetitionTerms;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.platform.Settings;

/** Terms of a settlement (Luật Khiếu nại 2011 Điều 28, 37), all ending on working days. */
class PetitionTermsTest {
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 8, 21);

    private static LocalDate settleBy(Settings settings, Acceptance how) {
        return new PetitionTerms(settings, PackedCalendars.read()).settleBy(how);
    }

    @ParameterizedTest(name = "complex {0}, remote {1}, second {2}: {3}")
    @CsvSource({
        "false, false, false, 2026-09-21",
        "true,  false, false, 2026-10-05",
        "false, true,  false, 2026-10-05",
        "true,  true,  false, 2026-10-20",
        "false, false, true,  2026-10-05",
        "true,  false, true,  2026-10-20",
        "false, true,  true,  2026-10-20",
        "true,  true,  true,  2026-10-30",
    })
    void theSecondSettlementHasItsOwnTerms(boolean complex, boolean remote, boolean second, LocalDate day) {
        assertThat(settleBy(key -> Optional.empty(), new Acceptance(ACCEPTED, complex, remote, second)))
                .isEqualTo(day);
    }

    @Test
    void aTableOfBeforeGivesItThoseOfTheFirst(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("petition-terms.tsv"), "2012-07-01\t10\tcalendar\t30\t45\t45\t60\n");
        Settings own =
                key -> key.equals("hotline.complaint.tables") ? Optional.of(folder.toString()) : Optional.empty();
        assertThat(settleBy(own, new Acceptance(ACCEPTED, false, false, true))).isEqualTo("2026-09-21");
    }
}
