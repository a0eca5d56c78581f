package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
    private final Faults faults = new Faults();

    static Stream<Throwable> kinds() {
        return Stream.of(
                new IllegalStateException("no database"),
                new UncheckedIOException(new IOException("no history")),
                new AssertionError("not so"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFaultDoesNotReachWhoeverIsWatchedAndReachesTheTestEachTimeItAsks(Throwable fault) {
        assertThatCode(() -> faults.keep(() -> raise(fault))).doesNotThrowAnyException();
        assertThatThrownBy(faults::rethrow).isInstanceOf(AssertionError.class).hasSuppressedException(fault);
        assertThatThrownBy(faults::rethrow).isInstanceOf(AssertionError.class).hasSuppressedException(fault);
    }

    @Test
    void withoutAFaultNothingIsThrown() {
        faults.keep(() -> {});
        assertThatCode(faults::rethrow).doesNotThrowAnyException();
    }

    private static void raise(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
