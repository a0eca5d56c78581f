package vn.mscore.hotline.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.shared.UnitCode;

/** Makes a dossier with its stage log out of a plan, so that it looks the same on whatever day it is loaded. */
final class DemoTimeline {
    private static final int DAY = 450;
    private static final int COUNTER = 240;

    private final WorkCalendar calendar;
    private final LocalDate today;
    private final DemoPlan plan;
    private final LocalDate received;
    private final List<FedStage> stages = new ArrayList<>();

    DemoTimeline(WorkCalendar calendar, LocalDate today, DemoPlan plan) {
        this.calendar = calendar;
        this.today = today;
        this.plan = plan;
        this.received = ago(plan.receivedAgo());
    }

    FedDossier dossier() {
        log();
        LocalDate due = plan.dueIn() < 0 ? ago(-plan.dueIn()) : calendar.plusWorkingDays(today, plan.dueIn());
        boolean returned = plan.state() == DemoState.RETURNED;
        return new FedDossier(
                plan.code(),
                plan.place().oneStop(),
                plan.field().procedure(),
                plan.field().code(),
                at(received, 8),
                Optional.of(at(due, 17)),
                plan.state().status(),
                plan.owner().phone(),
                plan.owner().pin(),
                returned ? Optional.of(at(after(plan.field().days()), 9)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(stages));
    }

    private void log() {
        int days = plan.field().days();
        Instant taken = at(received, 10);
        Instant appraised = at(after(Math.max(1, days - 2)), 10);
        Instant signed = at(after(Math.max(1, days - 1)), 15);
        UnitCode oneStop = plan.place().oneStop();
        switch (plan.state()) {
            case REGISTERED -> {}
            case AT_COUNTER -> open("Tiếp nhận", oneStop, at(received, 8), COUNTER);
            case APPRAISAL, INHERITED -> {
                counter(taken);
                open("Thẩm định", plan.place().room(), taken, Math.max(1, days - 2) * DAY);
            }
            case SIGNING -> {
                appraised(taken, at(after(1), 10));
                open("Trình ký", plan.place().office(), at(after(1), 10), DAY);
            }
            case SUPPLEMENT -> {
                appraised(taken, at(after(1), 10));
                pause("Chờ bổ sung giấy tờ", at(after(1), 10));
            }
            case PAYMENT -> {
                appraised(taken, at(after(1), 10));
                pause("Chờ nộp thuế, phí", at(after(1), 10));
            }
            case REJECTED, WITHDRAWN, STOPPED -> appraised(taken, at(after(1), 10));
            case READY -> {
                done(taken, appraised, signed);
                open("Chờ trả kết quả", oneStop, signed, 30 * DAY);
            }
            case RETURNED -> {
                done(taken, appraised, signed);
                close("Chờ trả kết quả", oneStop, signed, at(after(days), 9));
            }
        }
    }

    private void counter(Instant taken) {
        close("Tiếp nhận", plan.place().oneStop(), at(received, 8), taken);
    }

    private void appraised(Instant taken, Instant until) {
        counter(taken);
        close("Thẩm định", plan.place().room(), taken, until);
    }

    private void done(Instant taken, Instant appraised, Instant signed) {
        appraised(taken, appraised);
        close("Trình ký", plan.place().office(), appraised, signed);
    }

    private void open(String name, UnitCode unit, Instant from, int allowed) {
        stages.add(new FedStage(
                name, unit, Optional.empty(), from, Optional.empty(), Optional.of(allowed), Optional.empty()));
    }

    private void close(String name, UnitCode unit, Instant from, Instant to) {
        Instant end = to.isBefore(from) ? from : to;
        stages.add(new FedStage(
                name, unit, Optional.empty(), from, Optional.of(end), Optional.of(COUNTER), Optional.empty()));
    }

    private void pause(String name, Instant from) {
        stages.add(new FedStage(
                name,
                plan.place().oneStop(),
                Optional.empty(),
                from,
                Optional.empty(),
                Optional.empty(),
                Optional.of(name)));
    }

    /** So many working days after receipt, but not after today. */
    private LocalDate after(int days) {
        return calendar.plusWorkingDays(received, Math.min(days, plan.receivedAgo()));
    }

    private LocalDate ago(int workingDays) {
        return before(today, workingDays, calendar);
    }

    /** The day so many working days before {@code today}. */
    static LocalDate before(LocalDate today, int workingDays, WorkCalendar calendar) {
        LocalDate day = today;
        for (int left = workingDays; left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.ofHours(7));
    }
}
