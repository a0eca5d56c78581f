package vn.mscore.hotline.house;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.jpa.deployment.PersistenceUnitProcessor;
import org.eclipse.persistence.internal.jpa.deployment.SEPersistenceUnitInfo;
import org.eclipse.persistence.jpa.PersistenceProvider;
import vn.mscore.hotline.platform.InTransaction;

/** What the container gives in production and the test gives here. */
final class Outside implements InTransaction, AutoCloseable {
    private static volatile Outside current;

    /** How many connections to the database there are at most, in a test that wants few. */
    static final String CONNECTIONS = "test.connections";

    private final Clock clock;
    private final Map<String, String> settings;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> open = new ThreadLocal<>();

    private Outside(Clock clock, Map<String, String> settings, EntityManagerFactory factory) {
        this.clock = clock;
        this.settings = settings;
        this.factory = factory;
    }

    static Outside open(Clock clock, Map<String, String> settings, TestDatabase.Schema schema) {
        Map<String, String> all = new HashMap<>(settings);
        // Of this run alone: what another left behind is no business of this house.
        String folder = ProcessHandle.current().pid() + "/" + schema.name();
        all.putIfAbsent("hotline.var", "target/test-var/" + folder);
        current = new Outside(clock, all, factory(schema, all.getOrDefault(CONNECTIONS, "16")));
        return current;
    }

    static Outside current() {
        return current;
    }

    private static EntityManagerFactory factory(TestDatabase.Schema schema, String connections) {
        return new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        unit(),
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource", "",
                                "jakarta.persistence.jdbc.driver", "org.mariadb.jdbc.Driver",
                                "jakarta.persistence.jdbc.url", schema.url(),
                                "jakarta.persistence.jdbc.user", schema.user(),
                                "jakarta.persistence.jdbc.password", schema.password(),
                                "eclipselink.connection-pool.default.initial", "1",
                                "eclipselink.connection-pool.default.max", connections,
                                "eclipselink.logging.level", "WARNING",
                                "eclipselink.weaving", "false"));
    }

    /** As it is written, but for the search through all classes, which every house would make anew. */
    private static PersistenceUnitInfo unit() {
        try {
            List<SEPersistenceUnitInfo> units = PersistenceUnitProcessor.getPersistenceUnits(
                            Outside.class.getClassLoader(),
                            Map.of(),
                            List.of(Rooms.CLASSES.toUri().toURL()))
                    .stream()
                    .toList();
            SEPersistenceUnitInfo unit = units.get(0);
            unit.setManagedClassNames(Rooms.MAPPED);
            unit.setExcludeUnlistedClasses(true);
            return unit;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    Clock clock() {
        return clock;
    }

    Map<String, String> settings() {
        return settings;
    }

    /** A stand-in for the container's proxy: goes to the entity manager of the calling thread's transaction. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                Outside.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager target = open.get();
                    if (target == null) {
                        throw new IllegalStateException("no transaction on this thread");
                    }
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return open.get() == null ? begin(work) : work.get();
    }

    private <T> T begin(Supplier<T> work) {
        EntityManager manager = factory.createEntityManager();
        open.set(manager);
        EntityTransaction transaction = manager.getTransaction();
        transaction.begin();
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } finally {
            open.remove();
            if (transaction.isActive()) {
                transaction.rollback();
            }
            manager.close();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
