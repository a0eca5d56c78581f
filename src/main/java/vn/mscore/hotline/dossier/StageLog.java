package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;

/**
 * How long each step held a dossier, paused time left out; pure. What comes after 15:00 counts from the next working
 * morning.
 */
public final class StageLog {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final List<FedStage> stages;
    private final WorkCalendar calendar;
    private final Instant now;

    /** The log as of {@code now}. */
    public StageLog(List<FedStage> stages, WorkCalendar calendar, Instant now) {
        this.stages = stages.stream()
                .sorted(Comparator.comparing(FedStage::enteredAt))
                .toList();
        this.calendar = calendar;
        this.now = now;
    }

    private record Span(Instant from, Instant to) {}

    /** The step it is in: the last one entered that was not left. */
    public Optional<FedStage> open() {
        return stages.stream().filter(s -> s.leftAt().isEmpty()).reduce((earlier, later) -> later);
    }

    /** Whether {@code stage} took more working minutes than allowed. */
    public boolean late(FedStage stage) {
        return stage.allowedMinutes()
                .map(allowed -> minutesHeld(stage) > allowed)
                .orElse(false);
    }

    /** The steps that took more than allowed: whom the lateness belongs to. */
    public List<FedStage> lateStages() {
        return stages.stream().filter(this::late).toList();
    }

    /** Working minutes {@code stage} held it, without pauses. */
    public long minutesHeld(FedStage stage) {
        Span held = span(stage);
        long paused = pausesWithin(held).stream()
                .mapToLong(p -> calendar.workingMinutesBetween(counted(p.from()), p.to()))
                .sum();
        return Math.max(0, calendar.workingMinutesBetween(counted(held.from()), held.to()) - paused);
    }

    /** Working days {@code stage} held it, the day it came not counted, without pauses. */
    public int daysHeld(FedStage stage) {
        Span held = span(stage);
        int paused = pausesWithin(held).stream().mapToInt(this::days).sum();
        return Math.max(0, days(held) - paused);
    }

    private int days(Span span) {
        LocalDate last = calendar.dayOf(span.to());
        LocalDate first = calendar.countedFrom(span.from());
        return last.isBefore(first) ? 0 : calendar.workingDaysBetween(first, last);
    }

    private Span span(FedStage stage) {
        return new Span(stage.enteredAt(), stage.leftAt().orElse(now));
    }

    /** Midnight of the counted day when that is a later day. */
    private Instant counted(Instant at) {
        LocalDate day = calendar.countedFrom(at);
        return day.isAfter(calendar.dayOf(at)) ? day.atStartOfDay().toInstant(VIETNAM) : at;
    }

    /** Paused time within {@code held}, joined where pauses overlap. */
    private List<Span> pausesWithin(Span held) {
        List<Span> joined = new ArrayList<>();
        for (FedStage stage : stages) {
            if (stage.paused()) {
                Span pause = span(stage);
                Instant from = later(pause.from(), held.from());
                Instant to = pause.to().isBefore(held.to()) ? pause.to() : held.to();
                Instant free = joined.isEmpty()
                        ? from
                        : later(from, joined.get(joined.size() - 1).to());
                if (to.isAfter(free)) {
                    joined.add(new Span(free, to));
                }
            }
        }
        return joined;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
