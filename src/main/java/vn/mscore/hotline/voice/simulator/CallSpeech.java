package vn.mscore.hotline.voice.simulator;

import jakarta.inject.Singleton;
import java.util.UUID;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;

/** Waits for the vault. */
@Singleton
class CallSpeech implements SpeechKeeper {
    @Override
    public RecordingId promise(CallStart call, RecordingOrder order) {
        return new RecordingId(UUID.randomUUID().toString());
    }

    @Override
    public void keep(Recorded recorded, byte[] wav) {}
}
