package vn.mscore.hotline.launcher.backup;

/** The kinds of places files are kept in; where each of them is, the settings of the machine say. */
public enum Area {
    /** {@code hotline.var}, without what has an area of its own and what is made anew. */
    VAR,
    /** Recordings that wait to be sealed. */
    SPOOL,
    /** Files in the spool that were no recordings of ours. */
    QUARANTINE,
    /** Sealed recordings. */
    RECORDINGS,
    /** The settings and the folders and files they name; a restore lays them aside for the technician. */
    SETTINGS
}
