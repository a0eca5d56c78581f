package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;

/**
 * Words in which codes of dossiers are covered as they are everywhere else on the page of a sealed case: whoever may read
 * the words need not learn the code from them (security R7).
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

    /** {@code words} without any code; {@code own} is known beforehand and found however it was written. */
    String in(String words, Optional<DossierCode> own) {
        String seen = words.replaceAll("\\p{Cf}+", "");
        StringBuilder covered = new StringBuilder(seen.length());
        int at = 0;
        while (at < seen.length()) {
            Optional<CodeReading> code = codeAt(seen, at);
            if (code.isPresent()) {
                covered.append(code.get().code().map(MaskedDossier::of).orElse(COVER));
                at = end(seen, at, code.get().words());
            } else {
                covered.append(seen.charAt(at++));
            }
        }
        return own.map(code -> withoutShortForm(covered.toString(), code)).orElseGet(covered::toString);
    }

    /** Every whole code that stands in {@code words}, once. */
    Set<DossierCode> of(Collection<String> words) {
        return words.stream()
                .map(text -> text.replaceAll("\\p{Cf}+", ""))
                .flatMap(this::codes)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<DossierCode> codes(String seen) {
        List<DossierCode> found = new ArrayList<>();
        int at = 0;
        while (at < seen.length()) {
            Optional<CodeReading> code = codeAt(seen, at);
            code.flatMap(CodeReading::code).ifPresent(found::add);
            at = code.isPresent() ? end(seen, at, code.get().words()) : at + 1;
        }
        return found.stream();
    }

    private Optional<CodeReading> codeAt(String text, int at) {
        char first = text.charAt(at);
        boolean inside = at > 0 && Character.isDigit(first) && Character.isDigit(text.charAt(at - 1));
        if (inside || !Character.isLetterOrDigit(first)) {
            return Optional.empty();
        }
        return reader.readPrefix(plain(text.substring(at, Math.min(text.length(), at + LONGEST))), LocalDate.MAX);
    }

    /** One character for one, so that places stay. */
    private static String plain(String piece) {
        StringBuilder plain = new StringBuilder(piece.length());
        for (char c : piece.toCharArray()) {
            boolean dash = Character.getType(c) == Character.DASH_PUNCTUATION || c == '_' || c == '\u2212';
            plain.append(dash ? '-' : Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c);
        }
        return plain.toString();
    }

    private static int end(String text, int start, int words) {
        String plain = plain(text.substring(start));
        int at = 0;
        for (int blanks = 0; at < plain.length(); at++) {
            if (plain.charAt(at) == ' ' && ++blanks == words) {
                break;
            }
        }
        while (at > 1 && !Character.isLetterOrDigit(plain.charAt(at - 1))) {
            at--;
        }
        return start + at;
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
