package vn.mscore.hotline.complaint;

/** How far a sealed case is. Stored by name. */
public enum SealedStage {
    /** Nobody has worked on it. */
    RECEIVED,
    /** A custodian wrote a neutral summary. */
    SUMMARISED,
    /** One custodian proposed to hand it over; another must confirm. */
    PROPOSED,
    /** Confirmed by two, its letter leaves on the day of letters or has left. */
    HANDED_OVER,
    /** One custodian recorded how it was handled; another must confirm. */
    ENDING,
    /** Two agreed on the outcome. */
    CLOSED
}
