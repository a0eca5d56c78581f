package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What backup and restore know of the yearly keys of sealed values (ADR 41). */
final class LaneKeys {
    private static final Pattern NAME = Pattern.compile("(personal|secret)-(\\d{1,5})\\.key");

    private LaneKeys() {}

    /** Names of keys under which no value is any more, as {@code connection} sees it: what is read there needs none of them. */
    static Set<String> unused(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            if (isOlder(statement)) {
                return names;
            }
            try (ResultSet rows = statement.executeQuery(
                    "select name from privacy_key where unused_since is not null or destroyed_at is not null")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static boolean isOlder(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select count(*) from information_schema.columns where table_schema ="
                        + " database() and table_name = 'privacy_key' and column_name = 'unused_since'")) {
            return !row.next() || row.getInt(1) == 0;
        }
    }

    /** Whether the tables of a backup bring key {@code name}: it is sealed there under those before it, back to the first. */
    static boolean isBrought(String name, Set<String> wanted, Set<String> here) {
        String oldest = oldest(wanted).get(lane(name));
        return oldest != null && !oldest.equals(name) && here.contains(oldest);
    }

    /** What to say of those {@code missing} that a younger key of their lane outlived: destroyed in time, or the copy is lost. */
    static String toldOfOutlived(List<String> missing, List<String> here) {
        List<String> outlived = missing.stream()
                .filter(name -> !here.contains(name) && here.stream().anyMatch(other -> isYounger(other, name)))
                .toList();
        return outlived.isEmpty()
                ? ""
                : "; younger keys than " + String.join(", ", outlived)
                        + " are there: if the gateway destroyed it when its"
                        + " time was over (ADR 41), what this backup holds under it was erased for good and the backup can"
                        + " never be restored: take a younger one";
    }

    private static boolean isYounger(String other, String name) {
        return !lane(name).isEmpty() && lane(other).equals(lane(name)) && number(other) > number(name);
    }

    private static Map<String, String> oldest(Set<String> names) {
        Map<String, String> oldest = new TreeMap<>();
        names.stream()
                .filter(name -> !lane(name).isEmpty())
                .forEach(name -> oldest.merge(lane(name), name, (a, b) -> number(a) < number(b) ? a : b));
        return oldest;
    }

    private static String lane(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(1) : "";
    }

    private static int number(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    }
}
