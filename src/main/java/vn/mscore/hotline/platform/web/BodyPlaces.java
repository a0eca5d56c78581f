package vn.mscore.hotline.platform.web;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How many threads of the container may wait for bodies at once, in all and for one address. When there is no place, the one
 * who has waited longest, and for more than a second, has to go: a body that comes at once finds one.
 */
final class BodyPlaces {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Limits limits;
    private final LongSupplier nanos;
    /** The oldest first. */
    private final Set<Place> taken = new LinkedHashSet<>();

    /**
     * How many.
     *
     * @param all may wait
     * @param each of them for one address
     * @param threads may be held, with those who have to go and have not noticed yet
     */
    record Limits(int all, int each, int threads) {}

    /** Times are of {@code nanos}, as {@link System#nanoTime()}. */
    BodyPlaces(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** One place, given back once however often it is left. */
    final class Place {
        private final String address;
        private final long begun = nanos.getAsLong();
        private volatile boolean over;

        private Place(String address) {
            this.address = address;
        }

        /** Nanoseconds since it was taken. */
        long age() {
            return nanos.getAsLong() - begun;
        }

        /** Whether it was needed for somebody else. */
        boolean isOver() {
            return over;
        }

        void leave() {
            synchronized (BodyPlaces.this) {
                taken.remove(this);
            }
        }
    }

    /** A place for {@code address}; empty when there is none. */
    synchronized Optional<Place> enter(String address) {
        if (taken.size() >= limits.threads() || !hasRoom(address)) {
            return Optional.empty();
        }
        Place place = new Place(address);
        taken.add(place);
        return Optional.of(place);
    }

    private boolean hasRoom(String address) {
        if (waiting(place -> place.address.equals(address)) >= limits.each()) {
            return sendAway(place -> place.address.equals(address));
        }
        return waiting(place -> true) < limits.all() || sendAway(place -> true);
    }

    private long waiting(Predicate<Place> whose) {
        return taken.stream().filter(place -> !place.over).filter(whose).count();
    }

    private boolean sendAway(Predicate<Place> whose) {
        Optional<Place> oldest =
                taken.stream().filter(place -> !place.over).filter(whose).findFirst();
        Optional<Place> slow = oldest.filter(place -> place.age() > PATIENCE_NANOS);
        slow.ifPresent(place -> place.over = true);
        return slow.isPresent();
    }
}
