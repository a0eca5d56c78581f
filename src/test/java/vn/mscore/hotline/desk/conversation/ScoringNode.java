package vn.mscore.hotline.desk.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import vn.mscore.hotline.desk.ivr.MainMenuFlow;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.ScriptedCall;

/** One node of the gateway on which one citizen marks one dossier, by text or by keypad; it waits until the other is as far. */
final class ScoringNode {
    static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    static final String CODE = "H50.15-260803-0007";

    private static final String TEN_DIGITS = "2608030007";

    /** Greeting, menu, which dossier, the mark, whether it is right: what the flow does next is to write it down. */
    private static final int CONFIRMED = 5;

    private final House house;
    private final Clock clock;
    private int calls;

    ScoringNode(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    House house() {
        return house;
    }

    /** Marks by a text; a race for locks that it loses it runs again, as the inbox does. Whether it was answered. */
    boolean text(int points, Runnable moment) {
        IncomingSms sms = new IncomingSms(
                house.get(Ids.class).next(),
                "gsm1",
                Optional.of(LAN),
                "CD " + CODE + " " + points,
                Optional.empty(),
                clock.instant(),
                false,
                Optional.empty());
        moment.run();
        while (!read(sms)) {
            Thread.onSpinWait();
        }
        return !house.schema()
                .column("select id from sms_outbox where answers_id = " + sms.id())
                .isEmpty();
    }

    private boolean read(IncomingSms sms) {
        try {
            return house.tx(() -> {
                house.get(SmsListener.class).received(sms);
                return true;
            });
        } catch (SqlFailure e) {
            if (SqlFailure.isLostRace(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Marks by keypad; whether the caller heard that the mark is written down. */
    boolean call(int points, boolean again, Runnable moment) {
        AtomicInteger deeds = new AtomicInteger();
        CallStart start = new CallStart(
                "1787000000." + ++calls, "main", Optional.of(LAN), Optional.empty(), clock.instant(), false);
        List<String> keys = List.of(
                "press 2",
                again ? "press " + TEN_DIGITS + "#" : "press 1",
                "press " + points + "#",
                "press 1",
                "hang up");
        ScriptedCall call = new ScriptedCall(start, keys).checking(() -> {
            if (deeds.incrementAndGet() == CONFIRMED) {
                moment.run();
            }
        });
        try {
            call.run(house.get(MainMenuFlow.class));
        } catch (AssertionError e) {
            throw new AssertionError(String.join("; ", call.transcript()), e);
        }
        return call.transcript().contains("< say vi/diem-da-ghi");
    }
}
