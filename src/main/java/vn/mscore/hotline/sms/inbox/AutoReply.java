package vn.mscore.hotline.sms.inbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises texts that telephones and networks send by themselves (RFC 3834: never answer those again and again). */
final class AutoReply {
    /** Unaccented, {@code hop} and {@code nghi} begin a contract and a doubt as well: what follows tells. */
    private static final Pattern BUSY =
            Pattern.compile("(?:xin loi,? ?)?(?:hien )?(?:toi|minh|em|anh|chi) (?:hien )?dang"
                    + " (?<busy>ban|hop|lai xe|nghi)(?: viec| phep| le| tet| roi| chut| ti)?"
                    + " ?(?:$|[^a-z0-9 ]|(?:se|xin|vui long|nen|va se)\\b|(?:goi|nhan)(?: tin)? (?:lai|sau)\\b"
                    + "|khong (?:the|tien|nghe|tra loi)\\b)");

    private static final Set<String> AS_WRITTEN = Set.of("bận", "họp", "lái xe", "nghỉ");
    private static final Pattern START =
            Pattern.compile("(?:thue bao (?:quy khach|ma quy|nay (?:hien|tam thoi|dang ban|khong lien lac)"
                    + "|so [+0-9 .]+(?:da|vua) goi)|(?:i'?m|i am) (?:busy|driving|in a meeting)"
                    + "|out of office|auto(?:matic)?[ -]?reply)\\b");

    /** At the beginning of a text or a sentence, or in brackets: in the middle of one, somebody complains about such texts. */
    private static final Pattern SAYS_SO = Pattern.compile("\\bday la (?:he thong |tin nhan )?"
            + "(?:tin nhan tu dong|tra loi tu dong|tu dong tra loi)\\b"
            + "|(?:^|[(\\[]|[\\].!?:;,-] ?)"
            + "(?:tin nhan tra loi tu dong|tra loi tu dong|tin nhan tu dong|tu dong tra loi|automatic reply)"
            + " ?(?:$|[^a-z0-9 ]|(?:xin|vui long|tu|cua)\\b)");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private AutoReply() {}

    static boolean looksLikeOne(String text) {
        String head = text.length() > 200 ? text.substring(0, 200) : text;
        String written = plain(Normalizer.normalize(head, Normalizer.Form.NFC));
        String bare = plain(MARKS.matcher(Normalizer.normalize(head, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D'));
        return busy(bare, written)
                || START.matcher(bare).lookingAt()
                || SAYS_SO.matcher(bare).find();
    }

    private static String plain(String text) {
        return BLANKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Up to the word both are letter by letter the same. */
    private static boolean busy(String bare, String written) {
        Matcher busy = BUSY.matcher(bare);
        String word = busy.lookingAt() ? written.substring(busy.start("busy"), busy.end("busy")) : "";
        return AS_WRITTEN.contains(word) || !word.isEmpty() && word.equals(busy.group("busy"));
    }
}
