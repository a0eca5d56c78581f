package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.privacy.PlainSigns;
import vn.mscore.hotline.privacy.SpokenNumbers;

/**
 * Words in which codes of dossiers and telephone numbers are covered as they are everywhere else on the page of a sealed
 * case: whoever may read the words need not learn the code or the number from them (security R7). Sums and accounts may look like a code: whatever is covered is
 * among {@link #hidden}, so that who reveals the codes and the numbers can read all that was said.
 */
@Singleton
class CoveredCodes {
    /** Longer than any code with its separators. */
    private static final int LONGEST = 80;

    private static final String BETWEEN = "[^\\p{L}\\p{Nd}]{0,3}";
    private static final String COVER = "••••••-••••";

    private final CodeReader reader;

    /** Finds codes with {@code reader}. */
    @Inject
    CoveredCodes(CodeReader reader) {
        this.reader = reader;
    }

    /**
     * What stands in the place of a code, of ten digits or of a telephone number, and what it hides.
     *
     * @param phone whether it is a telephone number
     */
    record Covered(String shown, String hidden, boolean phone) {
        static Covered of(DossierCode code) {
            return new Covered(MaskedDossier.of(code), code.value(), false);
        }

        static Covered of(SpokenNumbers.Spoken spoken) {
            return new Covered(spoken.number().masked(), spoken.whole(), true);
        }

        /** Whether it is the end of {@code other}, without its separators. */
        boolean ends(Covered other) {
            return !phone
                    && !other.phone
                    && !equals(other)
                    && other.hidden().replaceAll("[^0-9]", "").endsWith(hidden());
        }
    }

    /** Where it stands. */
    private record Found(int start, int end, Covered what) {}

    /** {@code words} without any code or telephone number; {@code own} is known beforehand and found however it was written. */
    String in(String words, Optional<DossierCode> own) {
        String seen = seen(words);
        StringBuilder covered = new StringBuilder(seen.length());
        int at = 0;
        for (Found found : found(seen)) {
            covered.append(seen, at, found.start()).append(found.what().shown());
            at = found.end();
        }
        covered.append(seen, at, seen.length());
        return own.map(code -> withoutShortForm(covered.toString(), code)).orElseGet(covered::toString);
    }

    /** Everything that is covered in {@code words} without knowing a code beforehand, in its order. */
    Stream<Covered> hidden(String words) {
        return found(seen(words)).stream().map(Found::what);
    }

    private static String seen(String words) {
        return PlainSigns.near(words.replaceAll("\\p{Cf}+", ""));
    }

    private List<Found> found(String seen) {
        List<Found> all = new ArrayList<>();
        int at = 0;
        while (at < seen.length()) {
            Optional<Found> found = at(seen, at);
            found.ifPresent(all::add);
            at = found.map(Found::end).orElse(at + 1);
        }
        return all;
    }

    /** A whole code first, then a telephone number: ten digits that are one may look like the rest of a code. */
    private Optional<Found> at(String text, int at) {
        char first = text.charAt(at);
        boolean inside = at > 0 && Character.isDigit(first) && Character.isDigit(text.charAt(at - 1));
        if (inside) {
            return Optional.empty();
        }
        Optional<CodeReading> read = Character.isLetterOrDigit(first) ? read(text, at) : Optional.empty();
        return read.flatMap(code -> found(code.code().map(Covered::of), code, at))
                .or(() -> number(text, at))
                .or(() -> read.flatMap(
                        code -> found(code.tenDigits().map(digits -> new Covered(COVER, digits, false)), code, at)));
    }

    /** A date that is none makes no code: it is left as it is. */
    private Optional<CodeReading> read(String text, int at) {
        return reader.readPrefix(
                PlainSigns.of(text.substring(at, Math.min(text.length(), at + LONGEST))), LocalDate.MAX);
    }

    private static Optional<Found> found(Optional<Covered> what, CodeReading read, int at) {
        return what.map(covered -> new Found(at, at + read.length(), covered));
    }

    private static Optional<Found> number(String text, int at) {
        return SpokenNumbers.at(text, at).map(spoken -> new Found(at, at + spoken.length(), Covered.of(spoken)));
    }

    private static String withoutShortForm(String words, DossierCode own) {
        String digits = own.shortForm().replaceAll("[^0-9A-Z]", "");
        String spelled = digits.chars()
                .mapToObj(digit -> Pattern.quote(Character.toString(digit)))
                .collect(Collectors.joining(BETWEEN));
        return Pattern.compile("(?<!\\p{Nd})" + spelled + "(?!\\p{Nd})", Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .replaceAll(COVER);
    }
}
