package vn.mscore.hotline.switchboard.live;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.LineMoved;
import vn.mscore.hotline.switchboard.jpa.SqlCallbackBook;
import vn.mscore.hotline.switchboard.jpa.SqlCallbackRequests;
import vn.mscore.hotline.switchboard.jpa.SqlVisits;
import vn.mscore.hotline.switchboard.jpa.SqlVisits.Kept;
import vn.mscore.hotline.switchboard.jpa.SqlVisits.State;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueRead;

/**
 * Keeps the line of waiting callers by the facts of the exchange. Whoever leaves it without having talked with an operator
 * is called back: by a key, by hanging up, or because the exchange went down.
 */
@Singleton
public class LiveBoard {
    /** Who joined so shortly before the queue was read may not be in what was read. */
    private static final Duration MAY_BE_MISSING = Duration.ofSeconds(5);

    /** Shorter talks say nothing about whether the matter is settled. */
    private static final Duration A_TALK = Duration.ofSeconds(15);

    private final SqlVisits visits;
    private final SqlCallbackRequests callbacks;
    private final SqlCallbackBook book;
    private final Facts facts;

    /** Writes to {@code visits} and {@code callbacks}. */
    @Inject
    public LiveBoard(SqlVisits visits, SqlCallbackRequests callbacks, SqlCallbackBook book, Facts facts) {
        this.visits = visits;
        this.callbacks = callbacks;
        this.book = book;
        this.facts = facts;
    }

    void changed(@Observes QueueChanged fact) {
        switch (fact.step()) {
            case JOINED -> joined(fact.callId(), fact.at());
            case CONNECTED -> connected(fact.callId(), fact.device(), fact.at());
            case LEFT -> lost(fact.callId(), State.LEFT, fact.at());
            case ABANDONED -> lost(fact.callId(), State.ABANDONED, fact.at());
        }
    }

    private void joined(String call, Instant at) {
        if (visits.joined(call, at)) {
            moved(Optional.empty(), false);
        }
    }

    private void connected(String call, Optional<String> device, Instant at) {
        if (visits.connected(call, device, at)) {
            moved(device, true);
        }
    }

    private void lost(String call, State how, Instant at) {
        visits.find(call).filter(LiveBoard::isUnserved).ifPresent(visit -> lost(visit, how, at));
    }

    /** That somebody came into the queue may not have been heard. */
    private static boolean isUnserved(Kept visit) {
        return visit.state() == State.WAITING || visit.state() == State.WELCOMED;
    }

    private void lost(Kept visit, State how, Instant at) {
        visits.ends(visit, how, at);
        String channel = how == State.LEFT ? "QUEUE" : "ABANDONED";
        visit.phone()
                .filter(PhoneNumber::isCallable)
                .ifPresent(phone -> callbacks.keepPlace(visit.id(), phone, channel));
        moved(Optional.empty(), false);
    }

    void ended(@Observes CallEnded fact) {
        visits.find(fact.callId()).ifPresent(visit -> {
            switch (visit.state()) {
                case WELCOMED, WAITING -> lost(visit, State.ABANDONED, fact.at());
                case TALKING -> served(visit, fact.at());
                case LEFT, ABANDONED, SERVED, GONE -> {}
            }
            visits.forgetNumber(visit);
        });
    }

    private void served(Kept visit, Instant at) {
        visits.ends(visit, State.SERVED, at);
        boolean talked = visit.connected()
                .filter(from -> Duration.between(from, at).compareTo(A_TALK) >= 0)
                .isPresent();
        visit.phone().filter(phone -> talked).ifPresent(book::reachedUs);
        moved(visit.device(), false);
    }

    void read(@Observes QueueRead fact) {
        fact.waiting().forEach(call -> joined(call, fact.at()));
        fact.talking().forEach((call, device) -> taken(call, device, fact.at()));
        Instant certain = fact.at().minus(MAY_BE_MISSING);
        visits.in(State.WAITING).stream()
                .filter(visit -> visit.joined().filter(certain::isAfter).isPresent())
                .filter(visit -> fact.elsewhere().contains(visit.callId()))
                .forEach(visit -> lost(visit, State.LEFT, fact.at()));
    }

    /** Only calls that came by the queue: operators talk with others too. */
    private void taken(String call, String device, Instant at) {
        visits.find(call).filter(LiveBoard::isUnserved).ifPresent(visit -> connected(call, Optional.of(device), at));
    }

    private void moved(Optional<String> device, boolean connected) {
        facts.tell(new LineMoved(device, connected));
    }
}
