package vn.mscore.hotline.house;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SteadyClock;

/** Offers to CDI the {@link Outside} that was the current one when the house was opened. */
@Singleton
public class OutsideBeans {
    private final Outside outside = Outside.current();

    @Produces
    @Singleton
    EntityManager entityManager() {
        return outside.entityManager();
    }

    @Produces
    @Singleton
    InTransaction transactions() {
        return new InTransaction() {
            @Override
            public <T> T call(java.util.function.Supplier<T> work) {
                return outside.call(work);
            }
        };
    }

    @Produces
    @Singleton
    Clock clock() {
        return outside.clock();
    }

    /** With a clock that a test moves, time lasts as long as it says. */
    @Produces
    @Singleton
    SteadyClock steadyClock() {
        return outside.clock() instanceof MovingClock moving ? moving::nanos : System::nanoTime;
    }

    @Produces
    @Singleton
    ThreadFactory threads() {
        return Executors.defaultThreadFactory();
    }

    @Produces
    @Singleton
    Settings settings() {
        return key -> Optional.ofNullable(outside.settings().get(key));
    }
}
