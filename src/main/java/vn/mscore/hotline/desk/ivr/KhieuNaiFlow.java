package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import vn.mscore.hotline.complaint.ComplaintKind;

/** 3-3: a khiếu nại is not taken by telephone (R10): how it is made, and words for the one who will help with it. */
@Singleton
class KhieuNaiFlow implements Branch {
    private final TakingWords words;
    private final Receipt receipt;

    @Inject
    KhieuNaiFlow(TakingWords words, Receipt receipt) {
        this.words = words;
        this.receipt = receipt;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.KHIEU_NAI, this::begin);
    }

    private Step begin(Dialogue talk) {
        Step record = words.take(
                Errand.of(ComplaintKind.COMPLAINT), Said.of("ghi-am"), receipt::ofKhieuNai, talk.to(Place.MAIN));
        return Question.of("hd-khieu-nai").on("1", record).back(talk.to(Place.COMPLAINT));
    }
}
