package vn.mscore.hotline.platform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the named texts of one row or object and collects what is wrong with them, instead of stopping at the first. */
public final class FieldReader {
    /** Marks of writing direction and of no width: they change what people see, not what was meant (security R30). */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\u061C\\uFEFF]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final long line;
    private final Function<String, String> source;
    private final List<RowFault> faults = new ArrayList<>();

    /** Reads the fields that {@code source} gives, null when absent, for line {@code line} of a file or 0. */
    public FieldReader(long line, Function<String, String> source) {
        this.line = line;
        this.source = source;
    }

    /** The text of a field that must be there, with 1 to {@code max} characters; empty text after a fault. */
    public String required(String field, int max) {
        Optional<String> text = optional(field, max);
        if (text.isEmpty()) {
            fault(field, "thiếu giá trị / is missing");
        }
        return text.orElse("");
    }

    /** The text of a field that may be absent or blank: NFC, without invisible marks, at most {@code max} characters. */
    public Optional<String> optional(String field, int max) {
        String raw = source.apply(field);
        String text = raw == null ? "" : clean(raw);
        if (text.length() > max) {
            fault(field, "dài quá " + max + " ký tự / is longer than " + max + " characters");
            return Optional.empty();
        }
        if (!isPlain(text) && CONTROL.matcher(text).find()) {
            fault(field, "có ký tự điều khiển / holds control characters");
            return Optional.empty();
        }
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static String clean(String raw) {
        return isPlain(raw)
                ? raw.strip()
                : INVISIBLE
                        .matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                        .replaceAll("")
                        .strip();
    }

    /** Printable ASCII needs no care: most cells of a file are. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** A field that {@code parser} understands; what the parser's {@link IllegalArgumentException} says is the fault. */
    public <T> Optional<T> value(String field, Function<String, T> parser) {
        return optional(field, 200).flatMap(text -> parsed(field, text, parser));
    }

    /** As {@link #value}, and it must be there. */
    public <T> Optional<T> requiredValue(String field, Function<String, T> parser) {
        String text = required(field, 200);
        return text.isEmpty() ? Optional.empty() : parsed(field, text, parser);
    }

    private <T> Optional<T> parsed(String field, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            fault(field, e.getMessage());
            return Optional.empty();
        }
    }

    /** Notes that {@code field} cannot be used because of {@code sentence}. */
    public void fault(String field, String sentence) {
        faults.add(new RowFault(line, field, sentence));
    }

    /** The line it reads, 0 when it is no file. */
    public long line() {
        return line;
    }

    /** What was wrong so far. */
    public List<RowFault> faults() {
        return List.copyOf(faults);
    }
}
