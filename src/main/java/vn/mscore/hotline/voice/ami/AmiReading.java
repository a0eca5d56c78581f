package vn.mscore.hotline.voice.ami;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.QueueCallerLeaveEvent;
import vn.mscore.hotline.voice.ami.AmiEvent.Kind;

/** The library's events as ours; whatever is not ours, or not shaped as it should be, is nothing. */
final class AmiReading {
    /** Reason of an answered call, AST_CONTROL_ANSWER of frame.h. */
    static final int ANSWERED = 4;

    /** State of an answered channel, AST_STATE_UP of channelstate.h. */
    private static final int UP = 6;

    private static final Pattern CALL = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern DEVICE = Pattern.compile("PJSIP/([a-z0-9-]{1,40}?)(-[0-9a-f]{8})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+]{0,40}");

    private AmiReading() {}

    /** Reads one. */
    static Optional<AmiEvent> read(ManagerEvent event) {
        if (event instanceof NewChannelEvent born) {
            return on(born, NewChannelEvent::getUniqueId, Kind.BORN)
                    .filter(read -> born.getLinkedid() == null || read.call().equals(born.getLinkedid()));
        }
        if (event instanceof QueueCallerJoinEvent joined) {
            return on(joined, QueueCallerJoinEvent::getUniqueId, Kind.JOINED);
        }
        if (event instanceof QueueCallerAbandonEvent abandoned) {
            return on(abandoned, QueueCallerAbandonEvent::getUniqueId, Kind.ABANDONED);
        }
        if (event instanceof QueueCallerLeaveEvent left) {
            return on(left, QueueCallerLeaveEvent::getUniqueId, Kind.LEFT);
        }
        if (event instanceof AgentConnectEvent connected) {
            return on(connected, AgentConnectEvent::getUniqueId, Kind.CONNECTED)
                    .flatMap(read -> word(read, device(connected.getInterface()).orElse("")));
        }
        return readEnding(event);
    }

    private static Optional<AmiEvent> readEnding(ManagerEvent event) {
        if (event instanceof HangupEvent ended) {
            return on(ended, HangupEvent::getUniqueId, Kind.ENDED)
                    .map(read -> new AmiEvent(read.kind(), read.call(), "", orZero(ended.getCause())));
        }
        if (event instanceof NewStateEvent state) {
            // The answer to an order has no id when the call was over before it was told.
            return on(state, NewStateEvent::getUniqueId, Kind.ORIGINATED)
                    .filter(read -> orZero(state.getChannelState()) == UP)
                    .map(read -> new AmiEvent(read.kind(), read.call(), "", ANSWERED));
        }
        if (event instanceof OriginateResponseEvent answer) {
            return on(answer, OriginateResponseEvent::getUniqueId, Kind.ORIGINATED)
                    .map(read -> new AmiEvent(
                            read.kind(),
                            read.call(),
                            "",
                            "Success".equals(answer.getResponse()) ? ANSWERED : orZero(answer.getReason())));
        }
        if (event instanceof DialEndEvent far) {
            return on(far, DialEndEvent::getUniqueId, Kind.FAR_END).flatMap(read -> word(read, far.getDialStatus()));
        }
        if (event instanceof MissedRingEvent missed) {
            return on(missed, MissedRingEvent::getUniqueId, Kind.MISSED)
                    .flatMap(read -> word(read, missed.getCaller()).or(() -> Optional.of(read)));
        }
        return Optional.empty();
    }

    private static <E extends ManagerEvent> Optional<AmiEvent> on(E event, Function<E, String> call, Kind kind) {
        return Optional.ofNullable(call.apply(event)).filter(AmiReading::isCall).map(id -> AmiEvent.of(kind, id));
    }

    private static Optional<AmiEvent> word(AmiEvent read, String word) {
        String text = word == null ? "" : word;
        return isWord(read, text) ? Optional.of(new AmiEvent(read.kind(), read.call(), text, 0)) : Optional.empty();
    }

    private static boolean isWord(AmiEvent read, String text) {
        return read.kind() == Kind.CONNECTED || WORD.matcher(text).matches();
    }

    /** Whether this can be the id of a call. */
    static boolean isCall(String id) {
        return id != null && CALL.matcher(id).matches();
    }

    /** The telephone of {@code PJSIP/name} or of the channel {@code PJSIP/name-0000001a}. */
    static Optional<String> device(String channel) {
        Matcher shape = DEVICE.matcher(channel == null ? "" : channel);
        return shape.matches() ? Optional.of(shape.group(1)) : Optional.empty();
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
