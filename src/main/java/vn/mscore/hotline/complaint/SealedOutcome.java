package vn.mscore.hotline.complaint;

/**
 * What became of information with the content of a denunciation. A text or call is not the legal form of one (Law on
 * denunciations 2018 art. 22), so none of these calls it one; art. 25 asks to inspect or forward what names a violator
 * with evidence.
 */
public enum SealedOutcome {
    /** The citizen was shown how to denounce in writing or in person. */
    GUIDED,
    /** Inspected on the ground of art. 25: it holds. */
    CONFIRMED,
    /** Inspected: it holds in part. */
    PARTLY_CONFIRMED,
    /** Inspected: nothing of it holds. */
    NOT_CONFIRMED,
    /** Passed on to the one who is competent. */
    FORWARDED,
    /** Neither a name nor evidence: kept for reference. */
    KEPT_FOR_REFERENCE,
    /** Not the content of a denunciation after all. */
    OTHER_CONTENT
}
