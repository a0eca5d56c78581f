package vn.mscore.hotline.sms.http;

import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.shared.Require;

/** A set of HTTP statuses, written {@code 200,202,500-599}. */
record Statuses(List<Range> ranges) {
    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    /** From one to another, both included. */
    record Range(int from, int to) {}

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Statuses parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Require.that(part.strip().matches("[0-9]{3}(-[0-9]{3})?"), "must be statuses, as 200,202,500-599");
            String[] ends = part.strip().split("-");
            Range range = new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
            Require.that(
                    range.from() >= LOWEST && range.from() <= range.to() && range.to() <= HIGHEST,
                    "must be statuses between 100 and 599");
            ranges.add(range);
        }
        return new Statuses(List.copyOf(ranges));
    }

    boolean has(int status) {
        return ranges.stream().anyMatch(range -> status >= range.from() && status <= range.to());
    }
}
