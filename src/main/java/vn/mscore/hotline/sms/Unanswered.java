package vn.mscore.hotline.sms;

/** Why a message gets no answer: whoever is silent on purpose says so, so that silence by mistake is found (P21). */
@FunctionalInterface
public interface Unanswered {
    /** Notes {@code why}, a code such as {@code desk.flood}, beside the message. Needs a transaction. */
    void because(long message, String why);
}
