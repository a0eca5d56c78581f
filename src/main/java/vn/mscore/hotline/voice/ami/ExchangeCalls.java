package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.voice.LiveCalls;

/** The calls of the exchange among those that its events told of. */
@Singleton
class ExchangeCalls implements LiveCalls {
    private final SqlExchangeState state;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    ExchangeCalls(SqlExchangeState state, InTransaction transaction, Clock clock) {
        this.state = state;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void lives(String callId) {
        transaction.run(() -> state.began(callId, clock.instant()));
    }
}
