package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import vn.mscore.hotline.complaint.ComplaintConcealed;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;

/** Moves what was spoken, and its call, under the key of the sealed lane with its ticket, in the same transaction. */
@Singleton
class SecretVoices {
    private static final String RECORDING = "recording:";
    private static final String CALL = "call:";

    private final Recordings recordings;

    @Inject
    SecretVoices(Recordings recordings) {
        this.recordings = recordings;
    }

    void concealed(@Observes ComplaintConcealed fact) {
        each(fact.sources(), RECORDING, id -> RecordingId.parse(id).ifPresent(recordings::conceal));
        each(fact.sources(), CALL, recordings::concealCall);
    }

    private static void each(List<String> sources, String kind, Consumer<String> conceal) {
        sources.stream()
                .filter(source -> source.startsWith(kind))
                .map(source -> source.substring(kind.length()))
                .forEach(conceal);
    }
}
