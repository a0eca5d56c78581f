package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/** Gives alarms that found no room in their hour another chance, once a minute. */
@Singleton
public class AlarmTextsAgain implements Job {
    private final AlarmTexts texts;
    private final InTransaction transactions;

    /** Joined by CDI. */
    @Inject
    AlarmTextsAgain(AlarmTexts texts, InTransaction transactions) {
        this.texts = texts;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "alarm-texts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        return transactions.call(texts::again);
    }
}
