package vn.mscore.hotline.report.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.mscore.hotline.report.LeaderBoard.Cause;

/** Why overdue dossiers are late, as far as somebody wrote it down; pure. */
final class Causes {
    private Causes() {}

    static List<Cause> of(List<Held> overdue) {
        Map<String, Long> reasons = overdue.stream()
                .collect(Collectors.groupingBy(one -> one.pause().orElse(""), Collectors.counting()));
        return reasons.entrySet().stream()
                .map(entry -> new Cause(entry.getKey(), entry.getValue(), percent(entry.getValue(), overdue.size())))
                .sorted(Comparator.comparingLong(Cause::dossiers).reversed().thenComparing(Cause::reason))
                .toList();
    }

    private static int percent(long part, int whole) {
        return (int) Math.round(100.0 * part / whole);
    }
}
