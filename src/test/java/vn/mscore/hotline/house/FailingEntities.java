package vn.mscore.hotline.house;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** An entity manager whose N-th use fails, as a database does that goes away in the middle. */
public final class FailingEntities {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final EntityManager proxy;

    /** Passes everything on to {@code real} until told to fail. */
    public FailingEntities(EntityManager real) {
        proxy = (EntityManager) Proxy.newProxyInstance(
                FailingEntities.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (self, method, args) -> {
                    if (left.decrementAndGet() == 0) {
                        throw new Gone();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The entity manager to give to the code under test. */
    public EntityManager entityManager() {
        return proxy;
    }

    /** The {@code n}-th use from now on fails, once. */
    public void failAt(int n) {
        left.set(n);
    }

    /** Whether the failure asked for has happened. */
    public boolean hasFailed() {
        return left.get() <= 0;
    }

    /** The failure. */
    public static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
