package vn.mscore.hotline.complaint;

/** The legally different things a citizen may bring (domain 2.6). Stored by name. */
public enum ComplaintKind {
    /** Phản ánh. */
    FEEDBACK,
    /** Kiến nghị. */
    SUGGESTION,
    /** "KN": kiến nghị or khiếu nại, the citizen has been asked. */
    SUGGESTION_OR_COMPLAINT,
    /** Khiếu nại: needs a signed paper, we only guide (Luật Khiếu nại 2011 art. 8). */
    COMPLAINT,
    /** Information with the content of a tố cáo: the secret lane. */
    DENUNCIATION,
    /** Words nobody has classified yet; seen by no department. */
    UNCLASSIFIED
}
