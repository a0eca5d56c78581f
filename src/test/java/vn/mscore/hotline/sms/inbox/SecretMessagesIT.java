package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;
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

    /** The network brings a part of a sealed text once more, with another time stamp, before or after it is sealed. */
    @ParameterizedTest(name = "sealed first: {0}")
    @ValueSource(booleans = {true, false})
    void whatTheNetworkRepeatsOfASealedTextIsSealed(boolean first) {
        Radio.cut("+84987654321", 7, clock.instant(), "TCAO ong ", "truong thon")
                .forEach(this::store);
        long text = Long.parseLong(
                house.schema().column("select max(message_id) from sms_part").get(0));
        if (first) {
            conceal(text);
        }
        store(Radio.part(
                "+84987654321", "TCAO ong ", clock.instant().plusSeconds(20), Optional.of(new Concat(7, 8, 2, 1))));
        clock.advance(Duration.ofMinutes(11));
        house.get(LateSets.class).run();
        if (!first) {
            conceal(text);
        }
        assertThat(house.schema().column("select concat(secret, ' ', message_id) from sms_part"))
                .containsExactly("1 " + text, "1 " + text, "1 " + text);
        assertThat(house.schema().column("select state from sms_set order by id"))
                .containsExactly("COMPLETE", "REPEAT");
    }

    private void store(ReceivedPart part) {
        assertThat(house.get(Intake.class).store(part)).isEqualTo(Stored.NEW);
    }

    private void conceal(long id) {
        house.tx(() -> {
            house.get(SecretMessages.class).conceal(id);
            return null;
        });
    }

    @ParameterizedTest(name = "message {0}")
    @ValueSource(longs = {TEXT, 1002, 1003})
    void everyPieceOfASealedTextIsSealed(long sealed) {
        conceal(sealed);
        assertThat(house.schema().column("select id from sms_message where secret order by id"))
                .containsExactly("1000", "1002", "1003");
    }
}
