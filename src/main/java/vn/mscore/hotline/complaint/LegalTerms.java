package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import vn.mscore.hotline.complaint.Petitions.Acceptance;

/**
 * PORT: the terms of the law for a khiếu nại whose signed paper is here. One that would end on a day off ends with the next
 * working day (Civil Code 2015, Bộ luật Dân sự, art. 148 clause 5). Pure.
 */
public interface LegalTerms {
    /**
     * The last day on which one may complain of what one learned on {@code learned}: a limitation (thời hiệu), which ends with
     * its last day whatever day that is (Civil Code 2015 art. 151).
     */
    LocalDate lastDay(LocalDate learned);

    /** The last day to accept or refuse a paper that came on {@code paper}. */
    LocalDate acceptBy(LocalDate paper);

    /** The last day of the first settlement. */
    LocalDate settleBy(Acceptance how);
}
