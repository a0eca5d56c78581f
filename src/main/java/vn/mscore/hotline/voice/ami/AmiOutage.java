package vn.mscore.hotline.voice.ami;

/** The exchange's manager is away, refuses us or does not answer in time; says nothing personal. */
final class AmiOutage extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean refused;

    AmiOutage(String sentence, Throwable cause, boolean refused) {
        super(sentence, cause);
        this.refused = refused;
    }

    /** Whether the exchange is there and does not want us: soon again will not do. */
    boolean refused() {
        return refused;
    }
}
