package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.List;

/**
 * Cases that are answered, ended or merged and got further words of the citizen which nobody of the desk has read yet
 * ({@link EndCases#acknowledge}). Never sealed ones: those are the custodians'. Needs a transaction.
 */
public interface UnreadWords {
    /** At most {@code limit} to be read after {@code day}, or on it and with a ticket after {@code ticket}; in that order. */
    List<Item> after(LocalDate day, String ticket, int limit);

    /** How many there are, counted up to {@code limit}. */
    int count(int limit);

    /**
     * One of them.
     *
     * @param due the working day after the one on which the first of them came
     */
    record Item(CaseRow row, LocalDate due) {}
}
