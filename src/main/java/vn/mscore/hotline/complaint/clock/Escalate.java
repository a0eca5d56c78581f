package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseEscalated;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.clock.Ladder.Rung;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.Units;

/** Climbs the ladder: each rung of each clock once for each who has the case, recorded in the log of the case and told as {@link CaseEscalated}. */
@Singleton
public class Escalate implements Job {
    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final Courses courses;
    private final CaseClock clocks;
    private final Ladder ladder;
    private final Told told;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Escalate(
            Complaints complaints,
            Courses courses,
            CaseClock clocks,
            Ladder ladder,
            Told told,
            InTransaction transaction,
            Clock clock) {
        this.complaints = complaints;
        this.courses = courses;
        this.clocks = clocks;
        this.ladder = ladder;
        this.told = told;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose leader a rung tells, and the telling. */
    @Singleton
    static class Told {
        private final Units units;
        private final Facts facts;
        private final ClockKeeper keeper;

        @Inject
        Told(Units units, Facts facts, ClockKeeper keeper) {
            this.units = units;
            this.facts = facts;
            this.keeper = keeper;
        }

        private Optional<UnitCode> unit(Rung rung, Complaint complaint) {
            return switch (rung.tells()) {
                case UNIT -> complaint.unit();
                case PARENT -> complaint.unit().flatMap(units::find).flatMap(Unit::parent);
                case COUNCIL -> Optional.empty();
            };
        }

        private void tell(Rung rung, Reading reading, Complaint complaint) {
            facts.tell(new CaseEscalated(
                    complaint.ticket(), rung.code(), reading.step(), unit(rung, complaint), complaint.secret()));
        }
    }

    @Override
    public String name() {
        return "complaint.escalate";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        List<Long> cases = transaction.call(() -> courses.toLookAt(clock.instant(), AT_ONCE));
        return cases.stream()
                .mapToInt(id -> transaction.call(
                        () -> complaints.byId(id).map(this::climb).orElse(0)))
                .sum();
    }

    private int climb(Complaint complaint) {
        Instant now = clock.instant();
        int climbed = 0;
        for (Reading reading : courses.of(complaint.ticket())
                .map(course -> clocks.all(course, now))
                .orElseGet(List::of)) {
            for (Rung rung : ladder.rungs()) {
                boolean due = !reading.paused() && !ladder.at(rung, reading).isAfter(now);
                climbed += due && reach(rung, reading, complaint) ? 1 : 0;
            }
        }
        if (climbed > 0) {
            complaints.log(complaint, "clock", "escalated");
        } else {
            told.keeper.keep(complaint);
        }
        return climbed;
    }

    private boolean reach(Rung rung, Reading reading, Complaint complaint) {
        boolean fresh = courses.reach(complaint, reading, rung.code(), told.unit(rung, complaint));
        if (fresh) {
            told.tell(rung, reading, complaint);
        }
        return fresh;
    }
}
