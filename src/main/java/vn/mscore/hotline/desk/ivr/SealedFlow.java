package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** 3-4: a report to be kept secret (R11), sealed from the first second. */
@Singleton
class SealedFlow implements Branch {
    private final TakingWords words;
    private final Receipt receipt;

    @Inject
    SealedFlow(TakingWords words, Receipt receipt) {
        this.words = words;
        this.receipt = receipt;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.SEALED, this::begin);
    }

    private Step begin(Dialogue talk) {
        talk.confides(true);
        Step record = words.take(Errand.sealed(), Said.of("ghi-am-kin"), receipt::sealed, talk.to(Place.MAIN));
        return Question.of("hd-to-cao").on("1", record).back(talk.to(Place.COMPLAINT));
    }
}
