package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.SecretMessages;
import vn.mscore.hotline.sms.inbox.SqlMessages.Draft;
import vn.mscore.hotline.sms.inbox.SqlMessages.Late;

/** One text has one lane: whichever of its pieces is sealed takes the others along, and nothing else. */
class SecretMessagesIT {
    private static final long TEXT = 1000;
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        house.tx(() -> {
            write(TEXT, null);
            write(1002, new Late(TEXT, 2));
            write(1003, new Late(TEXT, 3));
            write(2000, null);
            write(2002, new Late(2000, 2));
            return null;
        });
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void write(long id, Late late) {
        Correspondent lan = Correspondent.of("+84912345678", house.get(BlindIndex.class));
        house.get(SqlMessages.class).insert(new Draft(id, "m1", lan, "x", false, clock.instant(), null, null, late));
    }

    @ParameterizedTest(name = "message {0}")
    @ValueSource(longs = {TEXT, 1002, 1003})
    void everyPieceOfASealedTextIsSealed(long sealed) {
        house.tx(() -> {
            house.get(SecretMessages.class).conceal(sealed);
            return null;
        });
        assertThat(house.schema().column("select id from sms_message where secret order by id"))
                .containsExactly("1000", "1002", "1003");
    }
}
