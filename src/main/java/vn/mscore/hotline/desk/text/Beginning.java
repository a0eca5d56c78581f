package vn.mscore.hotline.desk.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The first words of a text in the forms in which keywords are compared, each made once: a text is compared with hundreds. */
final class Beginning {
    /** The longest keyword, in words. */
    static final int LONGEST = 4;

    private final Words words;
    private final String[] joined = new String[LONGEST + 1];
    private final String[] squeezed = new String[LONGEST + 1];
    private final String[] cleaned = new String[LONGEST + 1];
    private final boolean[] digit = new boolean[LONGEST + 1];

    Beginning(Words words) {
        this.words = words;
        List<String> first = words.list(0).stream()
                .limit(LONGEST)
                .map(Beginning::withoutMarks)
                .toList();
        for (int length = 0; length <= LONGEST; length++) {
            joined[length] = String.join(" ", first.subList(0, Math.min(length, first.size())));
            squeezed[length] = joined[length].replace(" ", "");
            digit[length] = squeezed[length].chars().anyMatch(Character::isDigit);
        }
    }

    /** All words. */
    Words words() {
        return words;
    }

    /** The first {@code length} words without dots, slashes and hyphens, one blank between. */
    String joined(int length) {
        return joined[length];
    }

    /** The same without blanks. */
    String squeezed(int length) {
        return squeezed[length];
    }

    /** The same without the residue of a typing aid. */
    String cleaned(int length) {
        if (cleaned[length] == null) {
            cleaned[length] = Arrays.stream(joined[length].split(" "))
                    .map(TypingResidue::remove)
                    .collect(Collectors.joining());
        }
        return cleaned[length];
    }

    /** Whether a digit is among them: a slip of a letter never makes one. */
    boolean hasDigit(int length) {
        return digit[length];
    }

    private static String withoutMarks(String word) {
        return word.replace(".", "").replace("/", "").replace("-", "");
    }
}
