package vn.mscore.hotline.complaint.triage;

import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Category.Lead;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.unit.UnitKind;

/**
 * The tables {@code categories.tsv} and {@code words.tsv}: ours, or those in the folder {@code hotline.complaint.tables}.
 */
@Singleton
@Typed(ComplaintTables.class)
public class ComplaintTables implements Categories {
    /** The list without which a complaint about an office would be led to that office. */
    static final String AUTHORITY = "authority";

    /** Without these, what is about an office or names an officer would be led there. */
    private static final List<String> NEEDED = List.of(AUTHORITY, "title", "post", "family", "nobody", "link", "own");

    private static final String FOLDER = "hotline.complaint.tables";
    /** Tables written before there were offices that lead have one column less. */
    private static final Set<Integer> COLUMNS = Set.of(10, 11);

    private static final int LEADS = 10;
    private static final Pattern COMMITTEE = Pattern.compile("all|-|[A-Z]{1,10}(/[A-Z]{1,10})*");
    private static final Set<String> LISTS = Set.of(
            "secret",
            "officer",
            "money",
            "harmless",
            "urgent",
            AUTHORITY,
            "title",
            "post",
            "family",
            "nobody",
            "link",
            "own",
            "middle");

    private final List<Category> categories;
    private final Map<String, List<Words>> words;

    /** Reads both; refuses the start when one cannot be used. */
    @Inject
    public ComplaintTables(Settings settings) {
        String folder = settings.text(FOLDER).orElse("");
        categories = read(folder, "categories.tsv").stream()
                .skip(1)
                .map(ComplaintTables::category)
                .toList();
        words = read(folder, "words.tsv").stream()
                .map(ComplaintTables::word)
                .collect(Collectors.groupingBy(
                        row -> row[0], Collectors.mapping(row -> Words.of(row[1]), Collectors.toList())));
        if (byCode(Category.OTHER).isEmpty()) {
            throw wrong("has no category " + Category.OTHER);
        }
        for (String list : NEEDED) {
            if (list(list).isEmpty()) {
                throw wrong("words.tsv: no row of the list " + list);
            }
        }
    }

    @Override
    public List<Category> all() {
        return categories;
    }

    /** Words of a list: without diacritics, and as the table spells them. */
    record Words(String plain, List<String> plains, List<String> spellings) {
        static Words of(String column) {
            String plain = PlainWords.of(column).strip();
            String spelled = NamedOfficer.NO_LETTER
                    .matcher(Normalizer.normalize(column, Normalizer.Form.NFC))
                    .replaceAll(" ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
            return new Words(plain, List.of(plain.split(" ")), List.of(spelled.split(" ")));
        }

        /** Whether it is spelled without diacritics. */
        boolean isBare() {
            return plains.equals(spellings);
        }

        int size() {
            return plains.size();
        }
    }

    /** The words of a list, plain; empty when the table has none. */
    List<String> list(String name) {
        return words(name).stream().map(Words::plain).toList();
    }

    /** The same with their spelling. */
    List<Words> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    private static List<String> read(String folder, String file) {
        try {
            String all = folder.isEmpty() ? packed(file) : Files.readString(Path.of(folder, file));
            return all.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw wrong("cannot be read: " + file);
        }
    }

    private static String packed(String file) {
        try (InputStream in = ComplaintTables.class.getResourceAsStream("/complaint/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Category category(String line) {
        String[] column = line.split("\t", -1);
        if (!COLUMNS.contains(column.length)) {
            throw wrong("categories.tsv: not ten or eleven columns in the row " + column[0]);
        }
        if (!COMMITTEE.matcher(column[2]).matches()) {
            throw wrong("categories.tsv: committees are capital letters, with a slash between two, all or - in the row "
                    + column[0]);
        }
        return new Category(
                column[0],
                column[1],
                column[2],
                column[3].isEmpty() ? OptionalInt.empty() : OptionalInt.of(days(column[0], column[3])),
                days(column[0], column[4]),
                column[5].equals("yes"),
                column[6].equals("yes"),
                column[7],
                column[8],
                Arrays.stream(column[9].split(","))
                        .map(words -> PlainWords.of(words).strip())
                        .filter(words -> !words.isEmpty())
                        .toList(),
                column.length > LEADS ? leads(column[0], column[LEADS]) : List.of(),
                Optional.empty());
    }

    private static List<Lead> leads(String code, String column) {
        return Arrays.stream(column.split("\\|"))
                .filter(lead -> !lead.isBlank())
                .map(lead -> lead(code, lead.strip().split(" ", 2)))
                .toList();
    }

    private static Lead lead(String code, String[] words) {
        UnitKind kind = Arrays.stream(UnitKind.values())
                .filter(one -> one.name().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> wrong("categories.tsv: no kind of office " + words[0] + " in the row " + code));
        return new Lead(kind, words.length > 1 ? words[1] : "");
    }

    private static int days(String code, String column) {
        if (!column.matches("[1-9][0-9]?")) {
            throw wrong("categories.tsv: days must be 1 to 99 in the row " + code);
        }
        return Integer.parseInt(column);
    }

    private static String[] word(String line) {
        String[] column = line.split("\t", -1);
        if (column.length != 2 || !LISTS.contains(column[0]) || column[1].isBlank()) {
            throw wrong("words.tsv: not a list and words in a row");
        }
        return column;
    }

    private static Settings.WrongSetting wrong(String why) {
        return new Settings.WrongSetting(FOLDER, why);
    }
}
