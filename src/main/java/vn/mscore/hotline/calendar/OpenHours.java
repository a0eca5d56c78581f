package vn.mscore.hotline.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.Require;

/**
 * The hours of one day, for instance {@code 07:30-11:30 13:30-17:00}, or {@code closed}.
 *
 * @param spans in order, without overlap; none when closed
 */
record OpenHours(List<Span> spans) {
    static final OpenHours CLOSED = new OpenHours(List.of());

    /** Open from {@code from} until just before {@code to}. */
    record Span(LocalTime from, LocalTime to) {
        long minutesWithin(LocalTime start, LocalTime end) {
            LocalTime first = from.isAfter(start) ? from : start;
            LocalTime last = to.isBefore(end) ? to : end;
            return Math.max(0, Duration.between(first, last).toMinutes());
        }
    }

    static OpenHours parse(String text) {
        if (text.equals("closed")) {
            return CLOSED;
        }
        List<Span> spans = new ArrayList<>();
        LocalTime free = LocalTime.MIN;
        for (String part : text.split(" ")) {
            Span span = span(part);
            boolean inOrder = !span.from().isBefore(free) && span.to().isAfter(span.from());
            Require.that(inOrder, "hours overlap or end before they begin");
            free = span.to();
            spans.add(span);
        }
        return new OpenHours(List.copyOf(spans));
    }

    private static Span span(String text) {
        String[] ends = text.split("-", -1);
        Require.that(ends.length == 2, "hours must look like 07:30-11:30, or be 'closed'");
        try {
            return new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("hours must look like 07:30-11:30, or be 'closed'", e);
        }
    }

    /** As {@link #parse} reads it. */
    String text() {
        return closed()
                ? "closed"
                : spans.stream().map(span -> span.from() + "-" + span.to()).collect(Collectors.joining(" "));
    }

    boolean closed() {
        return spans.isEmpty();
    }

    boolean openAt(LocalTime time) {
        return spans.stream().anyMatch(s -> !time.isBefore(s.from()) && time.isBefore(s.to()));
    }

    LocalTime closing() {
        return closed() ? LocalTime.MIN : spans.get(spans.size() - 1).to();
    }

    long minutesWithin(LocalTime start, LocalTime end) {
        return spans.stream().mapToLong(s -> s.minutesWithin(start, end)).sum();
    }
}
