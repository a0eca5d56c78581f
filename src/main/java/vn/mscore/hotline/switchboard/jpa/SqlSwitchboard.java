package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.switchboard.jpa.SqlVisits.Kept;
import vn.mscore.hotline.switchboard.jpa.SqlVisits.State;

/** The switchboard and its line over the visits and the presence of operators. */
@Singleton
public class SqlSwitchboard implements Switchboard, WaitingLine {
    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,50}");
    private static final String QUEUE = "QUEUE";
    private static final Duration RECENT = Duration.ofHours(1);

    private final SqlVisits visits;
    private final SqlCallbackRequests callbacks;
    private final OperatorPresence presence;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Opens by the national calendar. */
    @Inject
    public SqlSwitchboard(
            SqlVisits visits,
            SqlCallbackRequests callbacks,
            OperatorPresence presence,
            WorkCalendars calendars,
            Clock clock) {
        this.visits = visits;
        this.callbacks = callbacks;
        this.presence = presence;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    @Override
    public Opening opening() {
        Instant now = clock.instant();
        if (calendar.isOpen(now)) {
            return presence.now().isEmpty() ? Opening.NOBODY : Opening.OPEN;
        }
        return calendar.isWorkingDay(calendar.dayOf(now)) ? Opening.AFTER_HOURS : Opening.HOLIDAY;
    }

    @Override
    public Outlook outlook(String callId) {
        int position = visits.ahead(callId) + 1;
        int operators = presence.now().size();
        Optional<Duration> estimate = operators == 0
                ? Optional.empty()
                : visits.talkSince(clock.instant().minus(RECENT))
                        .map(talk -> talk.multipliedBy(position).dividedBy(operators));
        return new Outlook(position, estimate);
    }

    @Override
    public void welcome(Visit visit) {
        Require.that(CALL.matcher(visit.callId()).matches(), "not the id of a call");
        Require.that(TOPIC.matcher(visit.topic()).matches(), "not a topic");
        visits.welcome(visit, clock.instant());
    }

    @Override
    public void cameOut(String callId) {
        visits.find(callId).filter(visit -> visit.state() == State.WELCOMED).ifPresent(visit -> visit.phone()
                .filter(PhoneNumber::isCallable)
                .ifPresent(phone -> callbacks.keepPlace(visit.id(), phone, QUEUE)));
    }

    @Override
    public LocalDate callBack(String callId, PhoneNumber phone) {
        Optional<Kept> visit = visits.find(callId);
        Optional<Kept> own = visit.filter(kept -> kept.phone().equals(Optional.of(phone)));
        if (own.isPresent()) {
            return callbacks.keepPlace(own.get().id(), phone, QUEUE);
        }
        visit.ifPresent(this::giveUp);
        return callbacks.book(phone, QUEUE);
    }

    /** What the number asked for in other calls stays; that it left is told up to seconds later: nothing follows then. */
    private void giveUp(Kept visit) {
        visit.phone().ifPresent(phone -> callbacks.dropPlace(visit.id(), phone));
        visits.hideNumber(visit);
    }

    @Override
    public List<WaitingCaller> now() {
        List<WaitingCaller> line = new ArrayList<>();
        for (Kept visit : visits.in(State.WAITING)) {
            line.add(caller(visit, line.size() + 1));
        }
        visits.in(State.TALKING).forEach(visit -> line.add(caller(visit, 0)));
        return line;
    }

    @Override
    public Optional<WaitingCaller> with(String device) {
        return visits.in(State.TALKING).stream()
                .filter(visit -> visit.device().equals(Optional.of(device)))
                .map(visit -> caller(visit, 0))
                .findFirst();
    }

    @Override
    public Length length() {
        return new Length(visits.waiting(), visits.oldest());
    }

    private WaitingCaller caller(Kept visit, int position) {
        Instant since = visit.joined().or(visit::connected).orElseGet(clock::instant);
        Optional<String> device =
                visit.state() == State.TALKING ? visit.device().or(() -> Optional.of("")) : Optional.empty();
        return new WaitingCaller(visit.callId(), visit.phone(), visit.topic(), since, position, device);
    }
}
