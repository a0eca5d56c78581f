package vn.mscore.hotline.desk.text.command;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.desk.text.OwedLookups;
import vn.mscore.hotline.desk.text.TextDesk;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.sms.IncomingSms;

/** Keeps the promise of T30: look-ups of a busy minute are answered in the next ones, oldest first, also after a restart. */
@Singleton
public class LaterLookups implements Job {
    private final LookupGate gate;
    private final OwedLookups owed;
    private final Instance<TextDesk> desk;
    private final InTransaction transaction;

    /** Hands owed look-ups to {@code desk} again. */
    @Inject
    LaterLookups(LookupGate gate, OwedLookups owed, Instance<TextDesk> desk, InTransaction transaction) {
        this.gate = gate;
        this.owed = owed;
        this.desk = desk;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "answer-later-lookups";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run() {
        int answered = 0;
        while (transaction.call(this::answersOne)) {
            answered++;
        }
        return answered;
    }

    private boolean answersOne() {
        Optional<IncomingSms> next = gate.isBusy() ? Optional.empty() : owed.takeOldest();
        next.ifPresent(desk.get()::receivedBefore);
        return next.isPresent();
    }
}
