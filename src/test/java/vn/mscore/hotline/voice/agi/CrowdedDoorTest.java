package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.Exit;

/** A machine at its end: whoever calls then is left to the exchange, and the door does not close for ever. */
@Timeout(60)
class CrowdedDoorTest {
    @Test
    void aDoorWithoutRoomForAnotherThreadTakesCallsAgainWhenThereIs() throws IOException {
        try (Door door = Door.open(CallContract.flow(call -> call.leave(Exit.HANG_UP)))) {
            door.crowded = true;
            assertThat(call(door).commands()).isEmpty();
            assertThat(call(door).commands()).isEmpty();
            door.crowded = false;
            assertThat(call(door).verdict()).isEqualTo("hang-up");
        }
    }

    private static ScriptedExchange call(Door door) throws IOException {
        return new ScriptedExchange()
                .call(door.address(), ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret()));
    }
}
