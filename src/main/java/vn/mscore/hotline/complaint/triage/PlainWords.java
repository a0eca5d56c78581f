package vn.mscore.hotline.complaint.triage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.Unaccented;

/**
 * A text as the tables of words see it: lower case, no diacritics, full-width and look-alike letters folded, everything
 * else a blank. Begins and ends with a blank so that whole words are found by {@code contains}. Pure.
 */
public final class PlainWords {
    /** Cyrillic and Greek letters that look like Latin ones, pairwise. */
    private static final String LOOK_ALIKES = "аaеeоoрpсcхxуyіiјjѕsһhԁdмmтtвbкkнhοoαaεeιiκkνvρpτtυuχx";

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Me}]+");
    private static final Pattern TONE_KEY = Pattern.compile("(?<=[aeiouy][a-z]{0,3})[sfrxj]$");

    private PlainWords() {}

    /** The plain form of {@code text}. */
    public static String of(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = INVISIBLE.matcher(Unaccented.of(wide)).replaceAll("").toLowerCase(Locale.ROOT);
        String latin = bare.chars()
                .map(PlainWords::latin)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();
        return " " + NO_LETTER.matcher(latin).replaceAll(" ").strip() + " ";
    }

    private static int latin(int c) {
        int at = c < 0x370 ? -1 : LOOK_ALIKES.indexOf(c);
        return at < 0 ? c : LOOK_ALIKES.charAt(at + 1);
    }

    /** The plain form with what Telex and VNI keyboards leave behind taken out: {@code ddoif tieefn} becomes doi tien. */
    public static String withoutTypingResidue(String plain) {
        return Arrays.stream(plain.strip().split(" "))
                .map(PlainWords::withoutKeys)
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static String withoutKeys(String word) {
        if (!word.matches(".*[a-z].*")) {
            return word;
        }
        String single = word.replaceAll("(?<=[a-z])[0-9]", "")
                .replace("dd", "d")
                .replace("aa", "a")
                .replace("ee", "e")
                .replace("oo", "o")
                .replace("w", "");
        // A tone key may stand right after the vowel or at the end of the syllable.
        return TONE_KEY.matcher(single).replaceAll("").replaceAll("(?<=[aeiouy])[sfrxj](?=[ncmpt])", "");
    }

    /** {@link #of} and, for who types with such a keyboard, the same without residue. */
    static List<String> readings(String text) {
        String plain = of(text);
        return List.of(plain, withoutTypingResidue(plain));
    }

    /** Whether the whole words {@code words} stand in {@code plain}. */
    public static boolean holds(String plain, String words) {
        return plain.contains(" " + words + " ");
    }
}
