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
                .filter(stage -> !stage.enteredAt().isAfter(now))
                .sorted(Comparator.comparing(FedStage::enteredAt))
                .toList();
        this.calendar = calendar;
        this.now = now;
    }

    private record Span(Instant from, Instant to) {
        Span on(LocalDate day) {
            Instant start = midnight(day);
            Instant end = midnight(day.plusDays(1));
            return new Span(later(from, start), to.isBefore(end) ? to : end);
        }
    }

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
        return minutes(held)
                - pausesWithin(held).stream().mapToLong(this::minutes).sum();
    }

    private long minutes(Span span) {
        return calendar.workingMinutesBetween(span.from(), span.to());
    }

    /** Working days {@code stage} held it, the day it came not counted, days that were all pause left out. */
    public int daysHeld(FedStage stage) {
        Span held = span(stage);
        LocalDate first = calendar.countedFrom(stage.enteredAt());
        LocalDate last = calendar.dayOf(held.to());
        if (stage.paused() || !last.isAfter(first)) {
            return 0;
        }
        List<Span> pauses = pausesWithin(held);
        return (int) first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> calendar.isWorkingDay(day) && !isPaused(day, held, pauses))
                .count();
    }

    private boolean isPaused(LocalDate day, Span held, List<Span> pauses) {
        long paused = pauses.stream().mapToLong(p -> minutes(p.on(day))).sum();
        return paused > 0 && paused == minutes(held.on(day));
    }

    /** From the counted day on when that is later. */
    private Instant counted(Instant at) {
        LocalDate day = calendar.countedFrom(at);
        return day.isAfter(calendar.dayOf(at)) ? midnight(day) : at;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM);
    }

    private Span span(FedStage stage) {
        return new Span(counted(stage.enteredAt()), stage.leftAt().orElse(now));
    }

    /** Paused time within {@code held}, joined where pauses overlap. */
    private List<Span> pausesWithin(Span held) {
        List<Span> joined = new ArrayList<>();
        for (FedStage stage : stages) {
            if (stage.paused()) {
                // What is asked of the applicant stops the work at once, whatever the hour.
                Span pause = new Span(stage.enteredAt(), stage.leftAt().orElse(now));
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
