package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Forgets where calls broke off once nobody may go on there: what somebody asked about is kept no longer than needed. */
@Singleton
public class ForgetBrokenOff implements Job {
    private static final Duration OFTEN = Duration.ofMinutes(5);

    private final BrokenOff places;
    private final InTransaction transaction;

    /** Clears {@code places}. */
    @Inject
    ForgetBrokenOff(BrokenOff places, InTransaction transaction) {
        this.places = places;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "desk.forget-broken-off";
    }

    @Override
    public Duration every() {
        return OFTEN;
    }

    @Override
    public int run() {
        return transaction.call(places::forget);
    }
}
