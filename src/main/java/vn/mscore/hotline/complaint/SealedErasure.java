package vn.mscore.hotline.complaint;

import java.time.LocalDate;

/**
 * Erases what closed sealed cases say. Needs a transaction. Only custodians are told, in the list of looks: how many there
 * were is in no figure of a job and in no log of erasures (L2, L7).
 */
public interface SealedErasure {
    /**
     * Erases at most {@code limit} cases that were closed, and in which the citizen said the last word, before {@code
     * before}; what is held or has words that no custodian has read stays.
     */
    void erase(LocalDate before, int limit);
}
