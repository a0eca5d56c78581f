package vn.mscore.hotline.sms.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises texts that telephones and networks send by themselves (RFC 3834: never answer those again and again). */
final class AutoReply {
    private static final Pattern START =
            Pattern.compile("(?:xin loi,? ?)?(?:hien )?(?:(?:toi|minh|em|anh|chi) (?:hien )?dang"
                    + " (?:ban|hop|lai xe|nghi)|thue bao (?:quy khach|nay|ma quy|so)|(?:i'?m|i am) (?:busy|driving|in a meeting)"
                    + "|out of office|auto(?:matic)?[ -]?reply)\\b.*");
    private static final Pattern ANYWHERE =
            Pattern.compile(".*\\b(?:tra loi tu dong|tin nhan tu dong|tu dong tra loi|automatic reply)\\b.*");

    private AutoReply() {}

    static boolean looksLikeOne(String text) {
        String head = text.length() > 200 ? text.substring(0, 200) : text;
        String plain = Normalizer.normalize(head, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        return START.matcher(plain).matches() || ANYWHERE.matcher(plain).matches();
    }
}
