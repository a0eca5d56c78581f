package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.dossier.DossierCode;

/** Whoever had to pay without a receipt has told it to the sealed lane and nobody else. Needs a transaction. */
@Singleton
class MoneyReport {
    private final RegisterComplaint complaints;

    @Inject
    MoneyReport(RegisterComplaint complaints) {
        this.complaints = complaints;
    }

    /** Registers it, in the words of the question that was answered. */
    Registered keep(Dialogue talk, DossierCode code) {
        String words = "Trả lời qua điện thoại: thu tiền ngoài quy định. Hồ sơ " + code.value() + ".";
        return complaints.register(new NewComplaint(
                ComplaintKind.DENUNCIATION, talk.caller(), words, Optional.of(code), "call:" + talk.callId(), false));
    }

    /** The errand of a remark about a service; words of somebody who had to pay are sealed too. */
    static Errand remark(DossierCode code, boolean paid) {
        Errand open = Errand.of(ComplaintKind.UNCLASSIFIED).about(code).asRemark();
        return paid ? new Errand(ComplaintKind.DENUNCIATION, Optional.empty(), Optional.of(code), true, true) : open;
    }
}
