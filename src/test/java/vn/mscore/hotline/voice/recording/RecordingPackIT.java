package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.console.voice.Voices;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Recordings;

/** What language the caller of a recording heard: kept with it and shown, never of what is sealed or erased. */
class RecordingPackIT extends SpoolCase {
    private static final RecordingOrder ORDER = RecordingOrder.message("complaint:HSQH");

    private RecordingId taken(RecordingOrder order) throws IOException {
        RecordingId id = promised("1787000000.50", order, SPEECH);
        recorder.take(id, End.KEY);
        return id;
    }

    private Map<String, String> shown(RecordingId id) {
        return house.tx(() -> house.get(Voices.class).packs(Stream.of(id.value())));
    }

    @Test
    void isShownByItsTitleAndWithoutOneByItsName() throws IOException {
        RecordingId bru = taken(ORDER.heardIn("bru"));
        RecordingId gone = taken(ORDER.heardIn("cham"));
        RecordingId unknown = taken(ORDER);
        assertThat(shown(bru)).containsExactly(Map.entry(bru.value(), "Bru - Vân Kiều"));
        assertThat(shown(gone)).containsExactly(Map.entry(gone.value(), "cham"));
        assertThat(shown(unknown)).isEmpty();
    }

    @Test
    void isNotKeptOfTheSealedLane() throws IOException {
        RecordingId tip = taken(RecordingOrder.secretMessage("tip").heardIn("bru"));
        assertThat(column("pack is null")).containsExactly("1");
        assertThat(shown(tip)).isEmpty();
    }

    @Test
    void goesWhenItIsSealedOrErasedLater() throws IOException {
        RecordingId sealed = taken(ORDER.heardIn("bru"));
        RecordingId erased = taken(ORDER.heardIn("bru"));
        Recordings recordings = house.get(Recordings.class);
        house.tx(() -> {
            recordings.conceal(sealed);
            recordings.erase(erased);
            return null;
        });
        assertThat(column("pack is null")).containsExactly("1", "1");
    }
}
