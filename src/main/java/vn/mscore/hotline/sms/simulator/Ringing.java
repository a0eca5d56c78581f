package vn.mscore.hotline.sms.simulator;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A call to the modem: it rings until somebody hangs up or the caller gives up. */
final class Ringing {
    private static final int PATIENCE = 5;
    private static final int GAP_MILLIS = 500;

    private final ModemState state;
    private final ScheduledExecutorService clockwork;
    private final Consumer<String> tell;
    private volatile Optional<String> caller = Optional.empty();

    Ringing(ModemState state, ScheduledExecutorService clockwork, Consumer<String> tell) {
        this.state = state;
        this.clockwork = clockwork;
        this.tell = tell;
    }

    void start(String number) {
        caller = Optional.of(number);
        ring(number, PATIENCE);
    }

    private void ring(String number, int left) {
        if (left == 0) {
            hangUp();
            return;
        }
        tell.accept("RING");
        if (state.clip()) {
            tell.accept("+CLIP: " + quoted(number) + ",\"\",0,\"\",0");
        }
        clockwork.schedule(
                () -> caller.filter(number::equals).ifPresent(still -> ring(still, left - 1)),
                GAP_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void hangUp() {
        caller = Optional.empty();
    }

    Optional<String> caller() {
        return caller;
    }

    /** Number and type of address (3GPP TS 27.007 6.1): 145 international, 129 other, 128 hidden. */
    static String quoted(String number) {
        int typeOfNumber = number.startsWith("+") ? 145 : 129;
        return "\"" + number + "\"," + (number.isEmpty() ? 128 : typeOfNumber);
    }
}
