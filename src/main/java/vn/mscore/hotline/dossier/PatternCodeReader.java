package vn.mscore.hotline.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.dossier.CodeShape.Match;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Settings.WrongSetting;

/**
 * Reads codes by the shapes of {@code dossier/code-shapes.csv}, or of the deployer's {@code hotline.dossier.shapes} file.
 * A reading with a real date wins over one without, an earlier shape over a later one.
 */
@Singleton
public class PatternCodeReader implements CodeReader {
    /** The flaw of 31 February. */
    public static final String IMPOSSIBLE_DATE = "impossible date";

    /** The flaw of a code dated tomorrow. */
    public static final String FUTURE_DATE = "date in the future";

    private static final String FILE = "hotline.dossier.shapes";

    private final List<CodeShape> shapes;

    /** Refuses the start when the deployer's file cannot be used. */
    @Inject
    public PatternCodeReader(Settings settings) {
        this(settings.text(FILE).map(PatternCodeReader::deployed).orElseGet(PatternCodeReader::packed));
    }

    PatternCodeReader(List<String> rows) {
        try {
            this.shapes = rows.stream()
                    .skip(1)
                    .filter(row -> !row.isBlank() && !row.startsWith("#"))
                    .map(row -> CodeShape.parse(row.substring(row.indexOf(',') + 1)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(FILE, "names a file with a bad row: " + e.getMessage());
        }
    }

    @Override
    public Optional<CodeReading> readPrefix(String text, LocalDate today) {
        String plain = halfWidth(text).toUpperCase(Locale.ROOT);
        return shapes.stream()
                .flatMap(shape -> shape.read(plain).map(m -> reading(shape, m, plain, today)).stream())
                .findFirst()
                .or(() -> flawed(plain));
    }

    private Optional<CodeReading> flawed(String text) {
        return shapes.stream()
                .flatMap(shape -> shape.readFlawed(text).stream())
                .map(m -> new CodeReading(
                        Optional.empty(),
                        Optional.empty(),
                        words(text, m.end()),
                        m.end(),
                        Optional.of(IMPOSSIBLE_DATE)))
                .findFirst();
    }

    private static CodeReading reading(CodeShape shape, Match match, String text, LocalDate today) {
        Optional<String> flaw = match.date().filter(day -> day.isAfter(today)).map(day -> FUTURE_DATE);
        Optional<DossierCode> code =
                shape.keypad() ? Optional.empty() : Optional.of(new DossierCode(match.canonical()));
        Optional<String> digits = shape.keypad() ? Optional.of(match.canonical()) : Optional.empty();
        return new CodeReading(code, digits, words(text, match.end()), match.end(), flaw);
    }

    private static int words(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == ' ').count();
    }

    /** Full-width forms (U+FF01..FF5E) and the digits of other scripts, one for one. */
    private static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= '\uFF01' && c <= '\uFF5E') {
                plain.append((char) (c - 0xFEE0));
            } else {
                plain.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
            }
        }
        return plain.toString();
    }

    private static List<String> packed() {
        try (InputStream in = PatternCodeReader.class.getResourceAsStream("/dossier/code-shapes.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> deployed(String path) {
        try {
            return Files.readAllLines(Path.of(path));
        } catch (IOException e) {
            throw new WrongSetting(FILE, "names a file that cannot be read as UTF-8 text");
        }
    }
}
