package vn.mscore.hotline.house;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;

/**
 * All rooms, wired by CDI as in production, on a real MariaDB but without the container: clock, settings and transactions
 * are the test's. Services are not started. One house at a time per JVM, but for the second node of a test that wants two.
 */
public final class House implements AutoCloseable {
    private static final AtomicInteger HOUSES = new AtomicInteger();

    /** What the test gives instead, and what starts services by itself. */
    private static final Pattern OUTSIDE =
            Pattern.compile("hotline\\.(launcher|platform\\.container|platform\\.config)\\.|\\.app\\.Startup$");

    private final WeldContainer weld;
    private final Outside outside;
    private final TestDatabase.Schema schema;

    private House(Clock clock, Map<String, String> settings, TestDatabase.Schema schema, Class<?>... doubles) {
        this.schema = schema;
        this.outside = Outside.open(clock, settings, schema);
        this.weld = new Weld("house-" + HOUSES.incrementAndGet())
                .disableDiscovery()
                .addBeanClasses(roomClasses())
                .addBeanClass(OutsideBeans.class)
                .addBeanClass(FactLog.class)
                .addBeanClasses(doubles)
                .initialize();
        weld.select(OutsideBeans.class).get();
    }

    /** Opens a house on a fresh schema. */
    public static House open(Clock clock, Map<String, String> settings) {
        return new House(clock, settings, TestDatabase.fresh());
    }

    /** Opens a house on a fresh schema with doubles in the place of some beans: alternatives with a priority. */
    public static House openWith(Clock clock, Map<String, String> settings, Class<?>... doubles) {
        return new House(clock, settings, TestDatabase.fresh(), doubles);
    }

    /** Opens a house on a schema that another house used before: a restart. */
    public static House reopen(Clock clock, Map<String, String> settings, TestDatabase.Schema schema) {
        return new House(clock, settings, schema);
    }

    /** {@link #reopen} with doubles. */
    public static House reopenWith(
            Clock clock, Map<String, String> settings, TestDatabase.Schema schema, Class<?>... doubles) {
        return new House(clock, settings, schema, doubles);
    }

    /** The bean of a room, by its face. */
    public <T> T get(Class<T> face) {
        return weld.select(face).get();
    }

    /** Fires a fact. */
    public void tell(Object fact) {
        get(Facts.class).tell(fact);
    }

    /** The schema below, to look at it directly. */
    public TestDatabase.Schema schema() {
        return schema;
    }

    /** Runs in one transaction. */
    public <T> T tx(Supplier<T> work) {
        return get(InTransaction.class).call(work);
    }

    /** The entity manager of the running transaction. */
    public EntityManager entityManager() {
        return outside.entityManager();
    }

    @Override
    public void close() {
        weld.close();
        outside.close();
    }

    private static Class<?>[] roomClasses() {
        return Rooms.BEANS.stream()
                .filter(room -> !OUTSIDE.matcher(room.getName()).find())
                .toArray(Class<?>[]::new);
    }

    /** Convenience for tests that only need a value computed by a bean in a transaction. */
    public <T, R> R ask(Class<T> face, java.util.function.Function<T, R> question) {
        Supplier<R> work = () -> question.apply(get(face));
        return tx(work);
    }
}
