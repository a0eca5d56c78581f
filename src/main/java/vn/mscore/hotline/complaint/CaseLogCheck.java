package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.access.CaseChains.Verdict;
import vn.mscore.hotline.access.Viewer;

/** The logs of all cases for those who check them; the check is a line of the audit trail. */
public interface CaseLogCheck {
    /**
     * Recomputes the chain of every case, what was written with its entries opened for it, and compares it with what was
     * sealed; nothing for anybody but an auditor. Takes seconds where there are very many cases; call it outside a
     * transaction.
     */
    Optional<Verdict> verify(Viewer viewer);
}
