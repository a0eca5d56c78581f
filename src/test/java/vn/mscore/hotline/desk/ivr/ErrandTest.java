package vn.mscore.hotline.desk.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.dossier.DossierCode;

/** What a recording is for outlives the conversation. */
class ErrandTest {
    private static final DossierCode DOSSIER = new DossierCode("000.00.07.H50-250602-0031");

    static Stream<Errand> errands() {
        return Stream.of(
                Errand.of(ComplaintKind.FEEDBACK).in("HSQH").about(DOSSIER),
                Errand.of(ComplaintKind.UNCLASSIFIED),
                Errand.of(ComplaintKind.UNCLASSIFIED).about(DOSSIER).asRemark(),
                Errand.sealed(),
                Errand.sealed().about(DOSSIER).asRemark());
    }

    @ParameterizedTest
    @MethodSource("errands")
    void purposeShouldBeReadAsItWasWritten(Errand errand) {
        assertThat(errand.order().purpose()).hasSizeLessThanOrEqualTo(200);
        assertThat(Errand.parse(errand.order().purpose(), errand.order().secret()))
                .isEqualTo(errand);
    }

    @ParameterizedTest
    @CsvSource({"fallback", "survey:abc", "words:FEEDBACK", "''"})
    void whatIsNoneOfOursShouldBeUnclassifiedAndStaySecretWhenItWas(String purpose) {
        assertThat(Errand.parse(purpose, false)).isEqualTo(Errand.of(ComplaintKind.UNCLASSIFIED));
        assertThat(Errand.parse(purpose, true)).isEqualTo(Errand.sealed());
    }
}
