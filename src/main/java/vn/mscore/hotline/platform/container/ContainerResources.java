package vn.mscore.hotline.platform.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.platform.SteadyClock;

/** What only the container can give, as plain injectable things. Tests put their own in this package's place. */
@Singleton
public class ContainerResources {
    @PersistenceContext(unitName = "hotline")
    private EntityManager entityManager;

    @Resource
    private ManagedThreadFactory threads;

    /** A proxy bound to the transaction of the calling thread. */
    @Produces
    public EntityManager entityManager() {
        return entityManager;
    }

    /** Threads that carry the container's context. */
    @Produces
    public ThreadFactory threads() {
        return threads;
    }

    /** The one clock; static, because it is asked for before the container's resources are there. */
    @Produces
    public static Clock clock() {
        return Clock.systemUTC();
    }

    /** What lasts is measured by the machine. */
    @Produces
    public static SteadyClock steadyClock() {
        return System::nanoTime;
    }
}
