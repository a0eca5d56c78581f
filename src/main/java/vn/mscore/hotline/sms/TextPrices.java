package vn.mscore.hotline.sms;

/** What a text costs while it is being typed. Pure. */
public interface TextPrices {
    /** Counts {@code text} as it would leave. */
    Price of(String text);

    /**
     * A count.
     *
     * @param characters as the network counts them: septets, or UTF-16 units
     * @param parts 1 to 255; 0 for an empty text
     * @param unicode whether one character forces the dear alphabet
     * @param dong price by {@code hotline.sms.dongPerPart}
     * @param fits whether it stays within {@code hotline.sms.maxSegments.reply}
     */
    record Price(int characters, int parts, boolean unicode, int dong, boolean fits) {}
}
