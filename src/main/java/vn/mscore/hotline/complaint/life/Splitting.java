package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseBonds.Part;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Makes a second case of a part of the words (NĐ 154/2026 art. 14.4: mixed content is split). */
@Singleton
class Splitting {
    private static final Reason SECRET = new Reason(
            "case.split-secret",
            "phần này thuộc làn kín: tách phần còn lại, rồi phân loại phiếu này / this part is secret: split off the rest");

    private static final Reason PART = new Reason(
            "case.split-part",
            "phần tách phải là một đoạn trong lời người dân, không phải tất cả"
                    + " / a part is some of the citizen's own words, not all of them");

    private final Complaints complaints;
    private final RegisterComplaint register;
    private final Triage triage;

    @Inject
    Splitting(Complaints complaints, RegisterComplaint register, Triage triage) {
        this.complaints = complaints;
        this.register = register;
        this.triage = triage;
    }

    /** A part is some of the citizen's own words, not all of them, and nothing of the secret lane. */
    Optional<Reason> refusal(Complaint complaint, Part part) {
        boolean known = part.kind() != ComplaintKind.UNCLASSIFIED
                && part.text() != null
                && !part.text().isBlank();
        return Refusals.unless(known, Refusals.WORDS)
                .or(() -> Refusals.unless(SplitOffs.isPart(complaints.words(complaint), part.text()), PART))
                .or(() -> Refusals.unless(!isSecret(part), SECRET));
    }

    private boolean isSecret(Part part) {
        return part.kind() == ComplaintKind.DENUNCIATION
                || triage.suggest(part.text()).secret();
    }

    /** Registers the part for the same sender, who gets a receipt; it came on the day of the first. */
    Complaint second(Held held, Part part) {
        Complaint first = held.complaint();
        NewComplaint second = new NewComplaint(
                part.kind(),
                first.phone(),
                part.text().strip(),
                first.about(),
                "split:" + held.viewer().login(),
                false,
                Optional.empty(),
                Optional.of(first.registeredOn()));
        TicketNumber ticket = register.register(second).ticket();
        return complaints.find(ticket).orElseThrow();
    }
}
