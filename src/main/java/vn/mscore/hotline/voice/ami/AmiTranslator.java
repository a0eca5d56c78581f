package vn.mscore.hotline.voice.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.voice.MissedRing;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;
import vn.mscore.hotline.voice.VoiceNumbers;

/**
 * Events of the exchange as facts about the queue. The exchange says "left" of a caller who is put through, who pressed a
 * key, and who hung up; which of them it was is told just before (abandoned), just after (connected) or not at all (a key).
 * Owned by one thread.
 */
final class AmiTranslator {
    private static final Duration JUST_AFTER = Duration.ofSeconds(2);
    private static final int REMEMBERED = 1000;

    private final Map<String, Instant> leaving = new LinkedHashMap<>();
    private final Map<String, Boolean> abandoned = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The facts that follow from {@code event}, seen at {@code now}. */
    List<Object> translate(AmiEvent event, Instant now) {
        String call = event.call();
        return switch (event.kind()) {
            case JOINED -> joined(call, now);
            case ABANDONED -> abandoned(call, now);
            case LEFT -> left(call, now);
            case CONNECTED -> connected(event, now);
            case ENDED -> ended(call);
            case MISSED -> List.of(new MissedRing(call, VoiceNumbers.shown(event.word()), now));
            case BORN, ORIGINATED, FAR_END -> List.of();
        };
    }

    private List<Object> joined(String call, Instant now) {
        leaving.remove(call);
        abandoned.remove(call);
        return List.of(new QueueChanged(call, Step.JOINED, Optional.empty(), now));
    }

    private List<Object> abandoned(String call, Instant now) {
        leaving.remove(call);
        abandoned.put(call, true);
        return List.of(new QueueChanged(call, Step.ABANDONED, Optional.empty(), now));
    }

    private List<Object> left(String call, Instant now) {
        if (abandoned.remove(call) == null) {
            leaving.put(call, now);
        }
        return List.of();
    }

    private List<Object> connected(AmiEvent event, Instant now) {
        leaving.remove(event.call());
        Optional<String> device = Optional.of(event.word()).filter(word -> !word.isEmpty());
        return List.of(new QueueChanged(event.call(), Step.CONNECTED, device, now));
    }

    private List<Object> ended(String call) {
        Instant at = leaving.remove(call);
        abandoned.remove(call);
        return at == null ? List.of() : List.of(leftAt(call, at));
    }

    /** Those who left, and no operator took the call just after. */
    List<Object> due(Instant now) {
        List<Object> facts = new ArrayList<>();
        for (Iterator<Map.Entry<String, Instant>> oldest = leaving.entrySet().iterator(); oldest.hasNext(); ) {
            Map.Entry<String, Instant> one = oldest.next();
            if (Duration.between(one.getValue(), now).compareTo(JUST_AFTER) < 0) {
                break;
            }
            oldest.remove();
            facts.add(leftAt(one.getKey(), one.getValue()));
        }
        return facts;
    }

    private static QueueChanged leftAt(String call, Instant at) {
        return new QueueChanged(call, Step.LEFT, Optional.empty(), at);
    }

    /** Whether nobody's leaving is undecided: then there is no need to look again soon. */
    boolean settled() {
        return leaving.isEmpty();
    }
}
