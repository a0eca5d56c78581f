package vn.mscore.hotline.sms;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counters since start, one set per line; and refusals by their code. */
@Singleton
public class LineCounts {
    private final Map<String, Map<Event, LongAdder>> lines = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentSkipListMap<>();

    /** What is counted of a line. */
    public enum Event {
        /** A part was stored. */
        RECEIVED,
        /** A part was seen before. */
        DUPLICATE,
        /** The network took a message. */
        SENT,
        /** A part that the network may charge for: it took it, or may have. */
        PART,
        /** A submission is to be tried again. */
        RETRY,
        /** A submission had no answer. */
        UNKNOWN,
        /** A submission was refused for good. */
        FAILED,
        /** A report says that a text of ours was delivered. */
        DELIVERED,
        /** A report says that a text of ours failed. */
        UNDELIVERED,
        /** An answer came that nobody waits for, or a report that fits no text of ours. */
        UNASKED
    }

    /** Counts one event. */
    public void count(String line, Event event) {
        count(line, event, 1);
    }

    /** Counts {@code by} events. */
    public void count(String line, Event event, int by) {
        lines.computeIfAbsent(line, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(event, name -> new LongAdder())
                .add(by);
    }

    /** Counts a text the outbox refused. */
    public void refused(String code) {
        refusals.computeIfAbsent(code, name -> new LongAdder()).increment();
    }

    /** Refusals so far. */
    public Map<String, Long> refusals() {
        return refusals.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .sum()));
    }

    /** The counters of every line that did anything. */
    public List<SmsFigures.LineFigures> lines() {
        return lines.entrySet().stream()
                .map(entry -> figures(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SmsFigures.LineFigures figures(String line, Map<Event, LongAdder> counts) {
        return new SmsFigures.LineFigures(
                line,
                sum(counts, Event.RECEIVED),
                sum(counts, Event.DUPLICATE),
                sum(counts, Event.SENT),
                sum(counts, Event.PART),
                sum(counts, Event.RETRY),
                sum(counts, Event.UNKNOWN),
                sum(counts, Event.FAILED),
                sum(counts, Event.DELIVERED),
                sum(counts, Event.UNDELIVERED),
                sum(counts, Event.UNASKED));
    }

    private static long sum(Map<Event, LongAdder> counts, Event event) {
        LongAdder counter = counts.get(event);
        return counter == null ? 0 : counter.sum();
    }
}
