package vn.mscore.hotline.sms.modem;

/** A person must act before this line may try again; the message says what. */
final class LineBlocked extends RuntimeException {
    private static final long serialVersionUID = 1;

    LineBlocked(String what) {
        super(what);
    }
}
