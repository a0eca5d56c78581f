package vn.mscore.hotline.sms.smpp;

import java.math.BigInteger;
import java.util.Locale;

/** How a centre writes the id of a message in its answer and in its receipt; both are brought to one form. */
enum MessageIds {
    /** Alike. */
    SAME(10, 10),
    /** Hexadecimal in the answer, decimal in the receipt. */
    SUBMIT_HEX(16, 10),
    /** Decimal in the answer, hexadecimal in the receipt. */
    RECEIPT_HEX(10, 16);

    private final int submit;
    private final int receipt;

    MessageIds(int submit, int receipt) {
        this.submit = submit;
        this.receipt = receipt;
    }

    /** The id of a submit_sm_resp. */
    String ofAnswer(String id) {
        return plain(id, submit);
    }

    /** The id of a receipt. */
    String ofReceipt(String id) {
        return plain(id, receipt);
    }

    /** A decimal number without leading zeros; what is no number as it is, in lower case. */
    private static String plain(String id, int radix) {
        String digits = id.strip().toLowerCase(Locale.ROOT);
        boolean number = digits.matches(radix == 16 ? "[0-9a-f]{1,64}" : "[0-9]{1,64}");
        return number ? new BigInteger(digits, radix).toString() : digits;
    }
}
