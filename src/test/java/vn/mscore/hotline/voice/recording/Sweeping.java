package vn.mscore.hotline.voice.recording;

import vn.mscore.hotline.house.House;

/** Runs the sweep for tests of other packages of the room. */
public final class Sweeping {
    private Sweeping() {}

    /** Once. */
    public static void once(House house) {
        house.get(RecordingSweep.class).run();
    }

    /** Tells of what nobody linked. */
    public static void tell(House house) {
        house.get(TellStranded.class).run();
    }
}
