package vn.mscore.hotline.desk.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.mscore.hotline.shared.Unaccented;

/**
 * What a citizen wrote, word by word in normal form: no accents, upper case, look-alike letters of other alphabets and
 * wide forms folded, invisible characters gone, only dots, dashes and slashes kept inside words. Each word remembers
 * where it stands, so that the original words can be kept.
 */
final class Words {
    private static final String LOOK_ALIKE_FROM = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικαυΙ";
    private static final String LOOK_ALIKE_TO = "ABEKMHOPCTYXIJSAEOPCYXIJSABEZHIKMNOPTYXOIKAUI";

    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+");
    private static final Pattern OUTER_MARKS = Pattern.compile("^[./-]+|[./-]+$");
    private static final int MOST_WORDS_OF_A_CODE = 12;
    /** Up to the last Vietnamese letter, U+1EF9: each is folded once for all. */
    private static final String[] FOLDED =
            IntStream.range(0, 0x1F00).mapToObj(Words::folded).toArray(String[]::new);

    /** What people put between a keyword and their words. */
    private static final Pattern SEPARATORS = Pattern.compile("^[\\s:;,.=/|>)\\]}–—\uFFFD-]+");

    private final String raw;
    private final List<Word> words;
    private final int from;

    /** {@code from}: where what was read already ends in {@code raw}. */
    private Words(String raw, List<Word> words, int from) {
        this.raw = raw;
        this.words = words;
        this.from = from;
    }

    /** One word: its normal form and its place in the cleaned text. */
    record Word(String normal, int start, int end) {}

    static Words of(String text) {
        String raw = clean(text);
        List<Word> words = new ArrayList<>();
        int start = -1;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= raw.length(); ) {
            int sign = i < raw.length() ? raw.codePointAt(i) : ' ';
            int width = Character.charCount(sign);
            String folded = fold(sign);
            if (folded.isBlank() && !folded.isEmpty()) {
                add(words, word.toString(), start, i);
                word.setLength(0);
                start = -1;
            } else if (!folded.isEmpty()) {
                start = start < 0 ? i : start;
                word.append(folded);
            }
            i += width;
        }
        return new Words(raw, words, 0);
    }

    private static void add(List<Word> words, String word, int start, int end) {
        String bare = NEGATIVE.matcher(word).matches()
                ? word
                : OUTER_MARKS.matcher(word).replaceAll("");
        if (!bare.isEmpty()) {
            words.add(new Word(bare, start, end));
        }
    }

    /** Composed, without invisible characters; controls become blanks and halves of characters a mark. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(sign -> {
            int type = Character.getType(sign);
            if (type == Character.SURROGATE) {
                clean.append('\uFFFD');
            } else if (type == Character.CONTROL && sign != '\n') {
                clean.append(' ');
            } else if (type != Character.FORMAT) {
                clean.appendCodePoint(sign);
            }
        });
        return clean.toString().strip();
    }

    private static String fold(int sign) {
        return sign < FOLDED.length ? FOLDED[sign] : folded(sign);
    }

    /** The normal form of one character: letters and digits, a kept mark, a blank, or nothing for a stray accent. */
    private static String folded(int sign) {
        int alike = LOOK_ALIKE_FROM.indexOf(sign);
        if (alike >= 0) {
            return LOOK_ALIKE_TO.substring(alike, alike + 1);
        }
        int type = Character.getType(sign);
        if (type == Character.MODIFIER_SYMBOL || type == Character.NON_SPACING_MARK) {
            return "";
        }
        if (type == Character.DASH_PUNCTUATION || sign == '_' || sign == '\u2212') {
            return "-";
        }
        String plain = Unaccented.of(Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC))
                .toUpperCase(java.util.Locale.ROOT);
        if (plain.equals(".") || plain.equals("/") || plain.equals("\u2044")) {
            return plain.equals(".") ? "." : "/";
        }
        return Character.isLetterOrDigit(plain.isEmpty() ? ' ' : plain.codePointAt(0)) ? plain : " ";
    }

    int size() {
        return words.size();
    }

    String at(int index) {
        return index < words.size() ? words.get(index).normal() : "";
    }

    /** The word as the citizen spelled it, lower case. */
    String spelled(int index) {
        Word word = words.get(index);
        return raw.substring(word.start(), word.end()).toLowerCase(java.util.Locale.ROOT);
    }

    /** Normal words from {@code index} on, one blank between. */
    String normal(int index) {
        return String.join(" ", list(index));
    }

    /** As many normal words from {@code index} on as a code can take. */
    String ahead(int index) {
        return list(index).stream().limit(MOST_WORDS_OF_A_CODE).collect(Collectors.joining(" "));
    }

    /** The citizen's own words from {@code index} on, with the signs right before them, such as an opening bracket. */
    String own(int index) {
        if (index >= words.size()) {
            return "";
        }
        int before = end(index);
        String signs = raw.substring(before, words.get(index).start());
        String kept = before == 0 ? signs : SEPARATORS.matcher(signs).replaceFirst("");
        return (kept + raw.substring(words.get(index).start())).strip();
    }

    /** Where the word before {@code index} ends. */
    private int end(int index) {
        return index == 0 ? from : words.get(index - 1).end();
    }

    /** The whole text, cleaned. */
    String whole() {
        return raw;
    }

    List<String> list(int index) {
        return words.stream().skip(index).map(Word::normal).toList();
    }

    /** How many words hold a letter. */
    long letters(int index) {
        return list(index).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                .count();
    }

    /** Whether most letters belong to an alphabet other than the Latin one, after look-alikes were folded. */
    boolean isForeignScript() {
        long latin = signs().filter(sign -> sign >= 'A' && sign <= 'Z').count();
        long all = signs().filter(Character::isLetter).count();
        return all > latin * 2 && all > 0;
    }

    private IntStream signs() {
        return words.stream().flatMapToInt(word -> word.normal().codePoints());
    }

    /** The same words without the last {@code count}; the citizen's own text stays whole. */
    Words withoutLast(int count) {
        return new Words(raw, words.subList(0, words.size() - count), from);
    }

    /** The same words from {@code index} on; the citizen's own text stays whole. */
    Words from(int index) {
        return new Words(raw, words.subList(index, words.size()), end(index));
    }

    /** The same words with the first one cut in two after {@code length} characters of its normal form. */
    Words split(int length, int skip) {
        Word first = words.get(0);
        List<Word> more = new ArrayList<>(words);
        more.set(0, new Word(first.normal().substring(0, length), first.start(), first.start() + length));
        more.add(1, new Word(first.normal().substring(length + skip), first.start() + length + skip, first.end()));
        return new Words(raw, more, from);
    }

    boolean wroteDiacritics() {
        return !Unaccented.of(raw).equals(raw);
    }
}
