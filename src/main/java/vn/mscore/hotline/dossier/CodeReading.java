package vn.mscore.hotline.dossier;

import java.util.Optional;

/**
 * What was read where a citizen wrote a code.
 *
 * @param code the canonical code, empty when only the ten digits or an impossible date were read
 * @param tenDigits {@code YYMMDDNNNN} for the keypad form, empty otherwise
 * @param words how many blank-separated words of the input it took
 * @param length how many characters of the input it took
 * @param flaw why a code-shaped text cannot be a code (impossible date, in the future), empty when it can
 */
public record CodeReading(
        Optional<DossierCode> code, Optional<String> tenDigits, int words, int length, Optional<String> flaw) {}
