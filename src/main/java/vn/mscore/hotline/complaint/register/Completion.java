package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.CompleteComplaint;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.complaint.life.Ties;

/** Puts late words where the earlier ones are; together they are judged as if they had come together. */
@Singleton
public class Completion implements CompleteComplaint {
    private static final String ACTOR = "gateway";

    private final Complaints complaints;
    private final WordHolders holders;
    private final Ties ties;
    private final Triage triage;

    /** Joined by CDI. */
    @Inject
    Completion(Complaints complaints, WordHolders holders, Ties ties, Triage triage) {
        this.complaints = complaints;
        this.holders = holders;
        this.ties = ties;
        this.triage = triage;
    }

    @Override
    public boolean complete(Missing missing) {
        List<Complaint> holding = holders.of(missing.earlier());
        if (holding.isEmpty()) {
            return false;
        }
        Triage.Suggestion seen = triage.suggest(missing.whole());
        boolean secret =
                missing.denounced() || seen.secret() || holding.stream().anyMatch(Complaint::secret);
        Complaint home = secret ? sealed(holding) : holders.workedOn(holding.get(0));
        complaints.addWords(home, missing.text(), missing.source(), seen.urgent());
        return true;
    }

    private Complaint sealed(List<Complaint> holding) {
        holding.stream().filter(complaint -> !complaint.secret()).forEach(this::seal);
        return again(holding.get(0));
    }

    /** A merged case leaves the other one first, which goes on without it, and is worked on by itself. */
    private void seal(Complaint complaint) {
        ties.unmerge(complaint, ACTOR);
        complaints.hide(again(complaint), ACTOR);
    }

    private Complaint again(Complaint complaint) {
        return complaints.find(complaint.ticket()).orElseThrow();
    }
}
