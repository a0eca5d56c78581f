package vn.mscore.hotline.house;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every fact that was told in the house, in order; also those whose transaction was rolled back later. */
@Singleton
public class FactLog {
    private final List<Object> facts = new CopyOnWriteArrayList<>();

    void note(@Observes Object fact) {
        if (fact instanceof Record && fact.getClass().getName().startsWith("vn.mscore.hotline.")) {
            facts.add(fact);
        }
    }

    /** The facts of one kind. */
    public <T> List<T> of(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
