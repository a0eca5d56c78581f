package vn.mscore.hotline.platform;

import java.util.Objects;
import java.util.stream.Stream;

/** What brought a failure about. */
public final class Causes {
    /** A chain may lead back into itself. */
    private static final int DEPTH = 20;

    private Causes() {}

    /** {@code failure}, what caused it, what caused that and so on: at most twenty. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEPTH);
    }
}
