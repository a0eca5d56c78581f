package vn.mscore.hotline.access;

/** How far a session is signed in. */
public enum Stage {
    /** The name and password were right; the code of the second factor is asked for. */
    CODE,
    /** An own password must be chosen now: after an invitation, or the first administrator's first time. */
    PASSWORD,
    /** The second factor must be set up now. */
    ENROL,
    /** Signed in. */
    OPEN
}
