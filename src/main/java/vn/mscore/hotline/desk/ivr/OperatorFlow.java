package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.switchboard.Switchboard.Opening;
import vn.mscore.hotline.switchboard.Switchboard.Outlook;
import vn.mscore.hotline.switchboard.Switchboard.Visit;
import vn.mscore.hotline.voice.Exit;

/** 0 GẶP CÁN BỘ: the queue while somebody is there; else why not, and what can be done meanwhile. */
@Singleton
class OperatorFlow implements Branch {
    private final Switchboard switchboard;
    private final QueuePlace place;
    private final WorkCalendar calendar;
    private final HolidayNames names;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    OperatorFlow(
            Switchboard switchboard,
            QueuePlace place,
            WorkCalendars calendars,
            HolidayNames names,
            InTransaction transaction,
            Clock clock) {
        this.switchboard = switchboard;
        this.place = place;
        this.calendar = calendars.national();
        this.names = names;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.OPERATOR, this::begin, Place.LOST, this::lost);
    }

    /** After three wrong keys: a person, or a recording. */
    private Step lost(Dialogue talk) {
        if (transaction.call(switchboard::opening) != Opening.OPEN) {
            return talk.to(Place.MESSAGE);
        }
        talk.say(Said.of("bam-sai-lan-ba"));
        return queue(talk);
    }

    private Step begin(Dialogue talk) {
        return switch (transaction.call(switchboard::opening)) {
            case OPEN -> queue(talk);
            case NOBODY -> menu(talk, List.of(Said.of("khong-co-can-bo")));
            case AFTER_HOURS -> menu(talk, List.of(Said.of("ngoai-gio"))).on("3", talk.to(Place.DOSSIER));
            case HOLIDAY -> menu(talk, closed()).on("3", talk.to(Place.DOSSIER));
        };
    }

    private static Question menu(Dialogue talk, List<Said> said) {
        return Question.of(said)
                .on("1", talk.to(Place.MESSAGE))
                .on("0", talk.to(Place.MESSAGE))
                .on("2", talk.to(Place.CALLBACK));
    }

    /** Of a weekend before a working Monday the sentence about the hours says all; else when work goes on. */
    private List<Said> closed() {
        LocalDate today = calendar.dayOf(clock.instant());
        LocalDate next = calendar.plusWorkingDays(today, 1);
        boolean weekend = today.getDayOfWeek() == DayOfWeek.SATURDAY || today.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (weekend && !next.isAfter(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)))) {
            return List.of(Said.of("ngoai-gio"));
        }
        String name = names.of(calendar.why(today).orElse(weekend ? "weekend" : ""));
        return List.of(new Said("nghi-le", Map.of("ten", name, "ngay", next.toString())), Said.of("ngoai-gio-phim"));
    }

    private Step queue(Dialogue talk) {
        String topic = talk.cameFrom().topic();
        Outlook outlook = transaction.call(() -> {
            switchboard.welcome(new Visit(talk.callId(), talk.caller(), topic));
            return switchboard.outlook(talk.callId());
        });
        talk.say(waiting(outlook).toArray(Said[]::new));
        // The exchange has taken a key of now for us: in the queue it would be lost.
        if (talk.isCutBy("5")) {
            return place.leave(talk);
        }
        talk.leave(Exit.TO_QUEUE);
        return Step.END;
    }

    private static List<Said> waiting(Outlook outlook) {
        List<Said> said = new ArrayList<>();
        said.add(
                outlook.position() <= 1
                        ? Said.of("cho-dau-tien")
                        : Said.of("cho-can-bo", "n", Integer.toString(outlook.position())));
        outlook.estimate()
                .ifPresent(estimate ->
                        said.add(Said.of("uoc-luong", "n", Long.toString(Math.max(1, estimate.toMinutes())))));
        return said;
    }
}
