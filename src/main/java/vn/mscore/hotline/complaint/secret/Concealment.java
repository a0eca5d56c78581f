package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintConcealed;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Sql;

/** Gives secret tickets their pseudonym and tells everybody who holds a copy of their words to hide it. */
@Singleton
public class Concealment {
    private final SqlSealedCases cases;
    private final Facts facts;
    private final Sql sql;

    /** Joined by CDI. */
    @Inject
    Concealment(SqlSealedCases cases, Facts facts, Sql sql) {
        this.cases = cases;
        this.facts = facts;
        this.sql = sql;
    }

    /** A ticket was added. */
    public void enrol(Complaint complaint) {
        if (complaint.secret()) {
            cases.enrol(complaint.id(), complaint.registeredOn());
        }
    }

    /** {@code words} from {@code source} came to a ticket. */
    public void added(Complaint complaint, String source, String words) {
        if (complaint.secret()) {
            facts.tell(new ComplaintConcealed(complaint.ticket(), List.of(source), complaint.phone(), List.of(words)));
        }
    }

    /** A ticket became secret: all its words so far, which are {@code words}. */
    public void hidden(Complaint complaint, List<String> words) {
        cases.enrol(complaint.id(), complaint.registeredOn());
        List<String> sources = sql.rows(
                "select distinct source from complaint_words where complaint_id = ? and author = 'CITIZEN'",
                row -> row.text("source"),
                complaint.id());
        facts.tell(new ComplaintConcealed(complaint.ticket(), sources, complaint.phone(), words));
    }
}
