package vn.mscore.hotline.desk.text;

/**
 * Takes the keys of the Telex and VNI typing methods out of a word that a keyboard did not turn into accents: {@code
 * KHIEEUS} and {@code KHIE6U1} are {@code KHIEU}. No Vietnamese syllable has S, F, R, X, J or Z behind its vowel.
 */
final class TypingResidue {
    private TypingResidue() {}

    static String remove(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        boolean vowel = false;
        for (char key : word.toCharArray()) {
            char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
            boolean tone = vowel && "SFRXJZ".indexOf(key) >= 0;
            boolean digit = Character.isDigit(key) && !plain.isEmpty();
            boolean doubled = key == last && "AEOD".indexOf(key) >= 0;
            boolean horn = key == 'W' && "AOU".indexOf(last) >= 0;
            if (!tone && !digit && !doubled && !horn) {
                plain.append(key == 'W' ? 'U' : key);
            }
            vowel |= "AEIOUYW".indexOf(key) >= 0;
        }
        return plain.toString();
    }
}
