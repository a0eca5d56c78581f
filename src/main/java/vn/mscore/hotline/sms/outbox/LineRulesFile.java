package vn.mscore.hotline.sms.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.outbox.LineRules.Choice;
import vn.mscore.hotline.sms.outbox.LineRules.Substitution;

/**
 * The deployer's table of {@code hotline.sms.routes}: rows of tab-separated cells, {@code #} begins a remark.
 *
 * <pre>
 * choose   KINDS  PREFIXES  LINES
 * instead  LINE   KINDS     never
 * instead  LINE   KINDS     LINES  SECONDS
 * </pre>
 */
final class LineRulesFile {
    private static final String KEY = "hotline.sms.routes";
    private static final String ALL = "*";
    private static final Set<Kind> RULED = EnumSet.complementOf(EnumSet.copyOf(LineRules.UNRULED));

    private final List<Choice> choices = new ArrayList<>();
    private final List<Substitution> substitutions = new ArrayList<>();

    private LineRulesFile() {}

    /** The rules of the deployer, none without the setting; a row that cannot be used refuses the start. */
    static LineRules from(Settings settings) {
        return settings.text(KEY)
                .filter(path -> !path.isBlank())
                .map(path -> read(lines(path)))
                .orElse(new LineRules(List.of(), List.of()));
    }

    /** Reads rows; the refusal names the row by its number. */
    static LineRules read(List<String> lines) {
        LineRulesFile file = new LineRulesFile();
        for (int i = 0; i < lines.size(); i++) {
            try {
                file.row(lines.get(i));
            } catch (IllegalArgumentException e) {
                throw new Settings.WrongSetting(
                        KEY, "names a table that cannot be used, row " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new LineRules(List.copyOf(file.choices), List.copyOf(file.substitutions));
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(Path.of(path.strip()));
        } catch (IOException e) {
            throw new Settings.WrongSetting(KEY, "names a file that cannot be read as UTF-8 text");
        }
    }

    private void row(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        List<String> cells = Arrays.stream(line.split("\t", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        switch (cells.isEmpty() ? "" : cells.get(0)) {
            case "choose" -> choices.add(choice(cells));
            case "instead" -> substitutions.add(substitution(cells));
            default -> throw new IllegalArgumentException("begins neither with choose nor with instead");
        }
    }

    private static Choice choice(List<String> cells) {
        Require.that(cells.size() == 4, "choose needs kinds, prefixes and lines");
        return new Choice(kinds(cells.get(1)), prefixes(cells.get(2)), names(cells.get(3)));
    }

    private static Substitution substitution(List<String> cells) {
        boolean never = cells.size() == 4 && cells.get(3).equals("never");
        Require.that(never || cells.size() == 5, "instead needs a line, kinds, and never or lines and seconds");
        Require.that(never || cells.get(4).matches("\\d{1,6}"), "the seconds are a whole number");
        List<String> line = names(cells.get(1));
        Require.that(line.size() == 1, "instead is said of one line");
        return new Substitution(
                line.get(0),
                kinds(cells.get(2)),
                never ? List.of() : names(cells.get(3)),
                never ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(cells.get(4))));
    }

    private static Set<Kind> kinds(String cell) {
        return cell.equals(ALL)
                ? RULED
                : list(cell, "ANSWER|NOTICE|SURVEY", "kinds are ANSWER, NOTICE, SURVEY or *").stream()
                        .map(Kind::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> prefixes(String cell) {
        return cell.equals(ALL) ? List.of() : list(cell, "\\+[1-9]\\d{0,14}", "prefixes look like +8491, or are *");
    }

    private static List<String> names(String cell) {
        return list(cell, "[A-Za-z0-9_-]{1,30}", "lines are names, comma separated");
    }

    private static List<String> list(String cell, String shape, String otherwise) {
        List<String> items =
                Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
        Require.that(items.stream().allMatch(item -> item.matches(shape)), otherwise);
        return items;
    }
}
