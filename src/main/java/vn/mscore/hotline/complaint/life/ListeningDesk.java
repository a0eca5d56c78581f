package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Listening and typing; both leave their line in the audit trail. */
@Singleton
public class ListeningDesk implements SpokenWords {
    private static final Reason NO_RECORDING =
            new Reason("case.recording", "phiếu này không có bản ghi âm đó / this case has no such recording");

    private final Gate gate;
    private final Complaints complaints;
    private final Triage triage;
    private final SpokenRows rows;
    private final SealedCases sealed;
    private final Audit audit;

    /** Joined by CDI. */
    @Inject
    ListeningDesk(Gate gate, Complaints complaints, Triage triage, SpokenRows rows, SealedCases sealed, Audit audit) {
        this.gate = gate;
        this.complaints = complaints;
        this.triage = triage;
        this.rows = rows;
        this.sealed = sealed;
        this.audit = audit;
    }

    @Override
    public Optional<TicketNumber> heardBy(Viewer viewer, String recording) {
        return rows.open(viewer, recording);
    }

    @Override
    public boolean heardBy(Viewer custodian, Pseudonym pseudonym, String recording) {
        return sealed.hasRecording(custodian, pseudonym, recording);
    }

    @Override
    public Map<TicketNumber, String> firstOf(Viewer viewer, Collection<TicketNumber> tickets) {
        return viewer.is(Role.OPERATOR) && !tickets.isEmpty() ? rows.firstOf(tickets) : Map.of();
    }

    @Override
    public void note(Viewer viewer, TicketNumber ticket) {
        audit.note(viewer, "heard", ticket);
    }

    @Override
    public void note(Viewer custodian, Pseudonym pseudonym) {
        sealed.heard(custodian, pseudonym);
    }

    @Override
    public Decision type(Grip grip, String recording, String text) {
        return gate.pass(CaseCommand.TRANSCRIBE, grip, held -> {
            Optional<Reason> refusal =
                    Refusals.words(text).or(() -> Refusals.unless(rows.has(held.complaint(), recording), NO_RECORDING));
            if (refusal.isEmpty()) {
                keep(held, recording, text);
            }
            return refusal;
        });
    }

    private void keep(Held held, String recording, String text) {
        Triage.Suggestion seen = triage.suggest(text);
        Complaint complaint = held.complaint();
        rows.add(complaint, recording, text, held.viewer().name());
        complaints.log(complaint, held.viewer().login(), held.command().code());
        if (seen.secret() && !complaint.secret()) {
            complaints.hide(complaint, held.viewer().login());
        }
    }
}
