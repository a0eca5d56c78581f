package vn.mscore.hotline.voice.simulator;

import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;

/** PORT: where a simulated call's recordings go; in the gateway the same vault as those of real calls. */
interface SpeechKeeper {
    /** Promises a place before the first second is taken. */
    RecordingId promise(CallStart call, RecordingOrder order);

    /** Keeps what was said: a WAV file. */
    void keep(Recorded recorded, byte[] wav);
}
