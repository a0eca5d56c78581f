package vn.mscore.hotline.complaint.suggest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.mscore.hotline.complaint.triage.PlainWords;

/**
 * A citizen's words as communes are looked for among them: {@link PlainWords} where {@code Xa} and {@code Phuong}, with a
 * capital, stand for what may say that a name follows. Where accents are written, only "xã" and "phường" do. Pure.
 */
final class SaidWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}\\p{M}\\p{Cf}]+");

    /** A mark over or under a letter, or the d with stroke, also as eth: not the sign that makes a picture coloured. */
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036fđð]");

    private static final Map<String, String> WITH_ACCENTS = Map.of("xã", "Xa", "phường", "Phuong");
    private static final Map<String, String> WITHOUT = Map.of("xa", "Xa", "phuong", "Phuong");

    /** After these it is thị xã, địa phương, cách xa, đi xa, phải xa, rời xa. */
    private static final Set<String> OTHERWISE = Set.of("thị", "thi", "dia", "cach", "di", "phai", "roi");

    private SaidWords() {}

    /** The words of {@code text}, a blank before and after each. */
    static String of(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Map<String, String> kinds = isAccented(wide) ? WITH_ACCENTS : WITHOUT;
        StringBuilder said = new StringBuilder(" ");
        String before = "";
        for (String word : BETWEEN.split(wide)) {
            boolean kind = kinds.containsKey(word) && !OTHERWISE.contains(before);
            said.append(kind ? kinds.get(word) : PlainWords.of(word).strip()).append(' ');
            before = word;
        }
        return said.toString();
    }

    private static boolean isAccented(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).find();
    }
}
