package vn.mscore.hotline.voice.agi;

/** PORT: whether what calls need can be read now. */
interface StorePulse {
    /** Reads a little; false when it cannot be read. May hang as long as the database does. */
    boolean isReadable();
}
