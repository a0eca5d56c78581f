package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import vn.mscore.hotline.complaint.ComplaintKind;

/**
 * Words for the desk: nobody is there, the look-up is busy, or no key ever came (security row 86). Of somebody who came to
 * report in secret they are sealed like the report (R11).
 */
@Singleton
class MessageFlow implements Branch {
    private final TakingWords words;
    private final Receipt receipt;

    @Inject
    MessageFlow(TakingWords words, Receipt receipt) {
        this.words = words;
        this.receipt = receipt;
    }

    @Override
    public Map<Place, Step> begins() {
        Errand errand = Errand.of(ComplaintKind.UNCLASSIFIED);
        return Map.of(
                Place.MESSAGE,
                inConfidence(
                        words.take(Errand.sealed(), Said.of("ghi-am-kin"), receipt::sealed, Step.END),
                        words.take(errand, Said.of("loi-nhan"), receipt::of, Step.END)),
                Place.BUSY,
                words.takeInstead(errand, Said.of("he-thong-ban"), receipt::of, Step.END),
                Place.SILENCE,
                inConfidence(
                        words.takeOnce(Errand.sealed(), Said.of("khong-bam-lan-ba"), receipt::sealed, Step.END),
                        words.takeOnce(errand, Said.of("khong-bam-lan-ba"), receipt::of, Step.END)));
    }

    private static Step inConfidence(Step sealed, Step open) {
        return talk -> talk.isConfiding() ? sealed : open;
    }
}
