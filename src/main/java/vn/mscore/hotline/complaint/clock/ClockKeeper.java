package vn.mscore.hotline.complaint.clock;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseTouched;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;

/** Reads the clocks of a case again whenever something of it changed, and writes down what lists and the ladder need. */
@Singleton
public class ClockKeeper {
    private final Complaints complaints;
    private final Courses courses;
    private final CaseClock clocks;
    private final Ladder ladder;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    ClockKeeper(Complaints complaints, Courses courses, CaseClock clocks, Ladder ladder, Clock clock) {
        this.complaints = complaints;
        this.courses = courses;
        this.clocks = clocks;
        this.ladder = ladder;
        this.clock = clock;
    }

    void touched(@Observes CaseTouched fact) {
        complaints.find(fact.ticket()).ifPresent(this::keep);
    }

    /** Writes down how a case stands; true when its promised day moved. */
    boolean keep(Complaint complaint) {
        List<Reading> readings = readings(complaint);
        Optional<Reading> told =
                readings.stream().filter(reading -> reading.step().told()).findFirst();
        boolean stands = told.filter(Reading::paused).isPresent();
        courses.show(complaint, readings.stream().findFirst(), stands, lookAt(complaint, readings));
        return told.map(reading -> courses.promise(complaint, reading.dueDay(), reading.originalDay()))
                .orElse(false);
    }

    private List<Reading> readings(Complaint complaint) {
        return courses.of(complaint.ticket())
                .map(course -> clocks.all(course, clock.instant()))
                .orElseGet(List::of);
    }

    private Optional<Instant> lookAt(Complaint complaint, List<Reading> readings) {
        Set<String> reached = courses.reached(complaint);
        return readings.stream()
                .filter(reading -> !reading.paused())
                .flatMap(reading -> ladder.rungs().stream()
                        .filter(rung -> !reached.contains(reading.step() + " " + rung.code()))
                        .map(rung -> ladder.at(rung, reading)))
                .min(Instant::compareTo);
    }
}
