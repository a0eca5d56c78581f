package vn.mscore.hotline.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The audit trail for those who check it: auditors only, and their looks are lines of it too. */
public interface AuditLog {
    /** The most lines of a page. */
    int PAGE = 200;

    /** Lines that fit {@code filter}, the newest first, at most {@link #PAGE}; nothing for anybody but an auditor. */
    List<AuditLine> read(Viewer viewer, Filter filter);

    /** Walks the whole chain; nothing for anybody but an auditor. */
    Optional<Verdict> verify(Viewer viewer);

    /**
     * Which lines; empty parts do not filter.
     *
     * @param login exact name of the actor
     * @param deed beginning of the deed: {@code case.} or {@code case.read}
     * @param subject exact subject
     * @param day in Vietnam
     * @param before only lines with a smaller number
     */
    record Filter(
            Optional<String> login,
            Optional<String> deed,
            Optional<String> subject,
            Optional<LocalDate> day,
            Optional<Long> before) {}

    /**
     * What a check found.
     *
     * @param lines how many lines there are
     * @param seals how many seals fitted
     * @param faults what is wrong; empty when all is well
     * @param gaps where hours of lines have no seal on this machine: right if another node worked then
     */
    record Verdict(long lines, int seals, List<String> faults, List<String> gaps) {}
}
