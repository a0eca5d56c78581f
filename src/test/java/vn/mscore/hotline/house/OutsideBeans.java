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

/** Offers the current {@link Outside} to CDI. */
@Singleton
public class OutsideBeans {
    @Produces
    @Singleton
    EntityManager entityManager() {
        return Outside.current().entityManager();
    }

    @Produces
    @Singleton
    InTransaction transactions() {
        Outside outside = Outside.current();
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
        return Outside.current().clock();
    }

    /** With a clock that a test moves, time lasts as long as it says. */
    @Produces
    @Singleton
    SteadyClock steadyClock() {
        return Outside.current().clock() instanceof MovingClock moving ? moving::nanos : System::nanoTime;
    }

    @Produces
    @Singleton
    ThreadFactory threads() {
        return Executors.defaultThreadFactory();
    }

    @Produces
    @Singleton
    Settings settings() {
        return key -> Optional.ofNullable(Outside.current().settings().get(key));
    }
}
