package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import vn.mscore.hotline.complaint.ComplaintKind;

/** 3 PHẢN ÁNH: what it is, in which field, and the words; or about the dossier just looked up. */
@Singleton
class ComplaintFlow implements Branch {
    private static final String LATE = "HSQH";
    private static final Said INVITATION = Said.of("ghi-am");

    /** LINH_VUC; a key that stands for several fields promises what the slowest of them promises. */
    private static final Map<String, String> FIELDS =
            Map.of("1", "DDAI", "2", "HTCT", "3", "CSXH", "4", "GTDB", "5", "YTE");

    private static final String OTHER_FIELD = "6";

    private final TakingWords words;
    private final Receipt receipt;

    @Inject
    ComplaintFlow(TakingWords words, Receipt receipt) {
        this.words = words;
        this.receipt = receipt;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.COMPLAINT, this::begin, Place.ABOUT_DOSSIER, this::aboutDossier);
    }

    private Step begin(Dialogue talk) {
        talk.confides(false);
        return Question.of("menu-phan-anh")
                .on("1", record(Errand.of(ComplaintKind.FEEDBACK).in(LATE), INVITATION))
                .on("2", fields(talk))
                .on("3", talk.to(Place.KHIEU_NAI))
                .on("4", talk.to(Place.SEALED));
    }

    private Step fields(Dialogue talk) {
        Question question = Question.of("linh-vuc").back(talk.to(Place.COMPLAINT));
        FIELDS.forEach((key, field) ->
                question.on(key, record(Errand.of(ComplaintKind.FEEDBACK).in(field), INVITATION)));
        return question.on(OTHER_FIELD, record(Errand.of(ComplaintKind.UNCLASSIFIED), INVITATION));
    }

    private Step aboutDossier(Dialogue talk) {
        Errand late = Errand.of(ComplaintKind.FEEDBACK).in(LATE);
        return talk.about()
                .map(code -> record(late.about(code), Said.of("ghi-am-ho-so")))
                .orElseGet(() -> talk.to(Place.COMPLAINT));
    }

    private Step record(Errand errand, Said invitation) {
        return talk -> words.take(errand, invitation, receipt::of, talk.to(Place.MAIN));
    }
}
