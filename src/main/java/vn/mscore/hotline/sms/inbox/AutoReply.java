package vn.mscore.hotline.sms.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises texts that telephones and networks send by themselves (RFC 3834: never answer those again and again). */
final class AutoReply {
    private static final Pattern START =
            Pattern.compile("(?:xin loi,? ?)?(?:hien )?(?:(?:toi|minh|em|anh|chi) (?:hien )?dang"
                    + " (?:ban|hop|lai xe|nghi)|thue bao (?:quy khach|nay|ma quy|so)|(?:i'?m|i am) (?:busy|driving|in a meeting)"
                    + "|out of office|auto(?:matic)?[ -]?reply)\\b");
    private static final Pattern ANYWHERE =
            Pattern.compile("\\b(?:tra loi tu dong|tin nhan tu dong|tu dong tra loi|automatic reply)\\b");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AutoReply() {}

    static boolean looksLikeOne(String text) {
        String head = text.length() > 200 ? text.substring(0, 200) : text;
        String bare =
                MARKS.matcher(Normalizer.normalize(head, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
        String plain = BLANKS.matcher(lower).replaceAll(" ").strip();
        return START.matcher(plain).lookingAt() || ANYWHERE.matcher(plain).find();
    }
}
