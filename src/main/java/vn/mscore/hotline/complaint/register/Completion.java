package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.CompleteComplaint;
import vn.mscore.hotline.complaint.Triage;

/** Puts late words where the earlier ones are; together they are judged as if they had come together. */
@Singleton
public class Completion implements CompleteComplaint {
    private final Complaints complaints;
    private final WordHolders holders;
    private final WordsHome home;
    private final Triage triage;

    /** Joined by CDI. */
    @Inject
    Completion(Complaints complaints, WordHolders holders, WordsHome home, Triage triage) {
        this.complaints = complaints;
        this.holders = holders;
        this.home = home;
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
        if (secret) {
            holding.forEach(home::sealed);
        }
        Complaint first = complaints.find(holding.get(0).ticket()).orElseThrow();
        complaints.addWords(home.of(first, secret), missing.text(), missing.source(), seen.urgent());
        return true;
    }
}
