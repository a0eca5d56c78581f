package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.QueueRead;

/** What events of the exchange change in our tables, and the facts that follow. Needs a transaction. */
@Singleton
class ExchangeBook {
    /** What began so shortly before a picture was asked for may not be on it. */
    private static final Duration MAY_BE_MISSING = Duration.ofSeconds(5);

    private final SqlExchangeState state;
    private final SqlCallOrders orders;
    private final CallBook calls;
    private final Facts facts;

    @Inject
    ExchangeBook(SqlExchangeState state, SqlCallOrders orders, CallBook calls, Facts facts) {
        this.state = state;
        this.orders = orders;
        this.calls = calls;
        this.facts = facts;
    }

    /** Notes one event. */
    void note(AmiEvent event, Instant at) {
        switch (event.kind()) {
            case BORN, JOINED, CONNECTED -> state.began(event.call(), at);
            case ORIGINATED -> originated(event, at);
            case FAR_END -> orders.farEnd(event.call(), event.word());
            case ENDED -> ended(event, at);
            case LEFT, ABANDONED, MISSED -> {}
        }
    }

    private void originated(AmiEvent event, Instant at) {
        if (event.number() == AmiReading.ANSWERED) {
            orders.answered(event.call());
            return;
        }
        orders.open(event.call()).ifPresent(order -> refused(order, event.number(), at));
    }

    /** The exchange's reason is mostly "0" or "ringing": the cause of the hang-up, just before or just after, tells more. */
    private void refused(SqlCallOrders.Course order, int reason, Instant at) {
        if (order.cause() == 0) {
            orders.failing(order.reference(), reason);
        } else {
            settle(order.reference(), unanswered(order, reason), at);
        }
    }

    private static Result unanswered(SqlCallOrders.Course order, int reason) {
        // An operator who does not pick up says nothing of the citizen.
        return order.bridge() ? Result.FAILED : CallCause.unanswered(reason, order.cause());
    }

    private void ended(AmiEvent event, Instant at) {
        orders.cause(event.call(), event.number());
        orders.open(event.call())
                .filter(order -> order.talking() || order.failing() || order.cause() > 0)
                .ifPresent(order -> settle(order.reference(), over(order), at));
        state.ended(event.call());
        calls.ended(event.call(), at, Optional.empty());
    }

    private static Result over(SqlCallOrders.Course order) {
        if (!order.talking()) {
            return unanswered(order, order.reason());
        }
        return order.bridge() ? CallCause.farEnd(order.farEnd()) : Result.ANSWERED;
    }

    /** Compares the state that was read with what we think, and ends what is over without our having heard of it. */
    void compare(ExchangePicture picture) {
        Instant certain = picture.at().minus(MAY_BE_MISSING);
        state.vanished(picture.live(), certain).forEach(call -> calls.ended(call, picture.at(), Optional.empty()));
        facts.tell(new QueueRead(picture.waiting(), picture.talking(), elsewhere(picture, certain), picture.at()));
        picture.waiting().forEach(call -> state.began(call, picture.at()));
        orders.dialledBefore(certain).stream()
                .filter(order -> !picture.live().contains(order.reference()))
                .forEach(order -> settle(order.reference(), over(order), picture.at()));
        giveUp(picture.at());
    }

    private List<String> elsewhere(ExchangePicture picture, Instant certain) {
        return state.seenBefore(certain).stream()
                .filter(call -> !picture.waiting().contains(call))
                .filter(call -> !picture.talking().containsKey(call))
                .toList();
    }

    /** Settles orders that nobody could dial in time: whom they were for is not rung hours later. */
    void giveUp(Instant at) {
        orders.expired(at).forEach(order -> settle(order.reference(), Result.EXPIRED, at));
    }

    /** Settles an order and tells it, once. */
    void settle(String reference, Result result, Instant at) {
        orders.settle(reference, result, at).ifPresent(phone -> facts.tell(new CallSettled(reference, result, phone)));
    }
}
