package vn.mscore.hotline.sms.modem;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What to do about {@code +CMS ERROR} and {@code +CME ERROR} numbers: {@code modem/error-codes.tsv}. */
final class ErrorCodes {
    private static final int UNKNOWN = 500;

    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What a failed submission means. */
    enum Verdict {
        /** Not sent; later perhaps. */
        RETRY,
        /** Never. */
        REFUSED,
        /** The network may have taken it. */
        UNKNOWN,
        /** Not sent, and the SIM or modem wants attention first. */
        SIM
    }

    private ErrorCodes() {}

    static ErrorCodes load() {
        ErrorCodes codes = new ErrorCodes();
        for (String[] row : TableFile.rows("/modem/error-codes.tsv")) {
            codes.verdicts.put(row[0] + row[1], Verdict.valueOf(row[2]));
            codes.numbers.put(row[0] + row[3].toLowerCase(Locale.ROOT), Integer.valueOf(row[1]));
        }
        return codes;
    }

    /** The number of what stands behind the colon: a number, or its English text from modems that insist on words. */
    int number(AtReply.End kind, String text) {
        String word = text.strip();
        if (word.matches("\\d{1,5}")) {
            return Integer.parseInt(word);
        }
        return numbers.getOrDefault(kind.name() + word.toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** What a failed submission means; numbers not in the table may pass, so they are tried again. */
    Verdict verdict(AtReply reply) {
        return verdicts.getOrDefault(reply.end().name() + reply.code(), Verdict.RETRY);
    }
}
