package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Speech;

/** P6 for calls: one that fails at a named place is closed in the book and left to the exchange, the next one is taken. */
@Timeout(60)
class CallFaultTest {
    private static final Speech MENU = Speech.of(List.of("vi/menu-chinh"));

    @AfterEach
    void disarm() {
        Failpoints.disarm();
    }

    @ParameterizedTest
    @CsvSource({
        "call.afterAnswer, throw, handed over TO_FALLBACK after ",
        "call.afterAnswer, enospc, handed over TO_FALLBACK after ",
        "call.afterEachDigit, throw, handed over TO_FALLBACK after vi/menu-chinh",
        "call.afterEachDigit, enospc, handed over TO_FALLBACK after vi/menu-chinh"
    })
    void aCallThatFailsIsLeftToTheExchangeAndTheNextIsTaken(String place, String action, String end)
            throws IOException {
        try (Door door = Door.open(CallContract.flow(call -> {
            call.ask(MENU, Entry.oneKey());
            call.leave(Exit.HANG_UP);
        }))) {
            Failpoints.arm(place + ":" + action);
            assertThat(call(door).verdict()).isEmpty();
            assertThat(Failpoints.fired()).isTrue();
            assertThat(door.book.lines().stream().map(String::strip)).containsExactly("began main", end.strip());
            assertThat(door.calls.count()).isZero();
            assertThat(call(door).verdict()).isEqualTo("hang-up");
        }
    }

    private static ScriptedExchange call(Door door) throws IOException {
        return new ScriptedExchange("press 1")
                .call(door.address(), ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret()));
    }
}
