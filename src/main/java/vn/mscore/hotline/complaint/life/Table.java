package vn.mscore.hotline.complaint.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.mscore.hotline.platform.Settings;

/**
 * A table of {@code complaint/}: ours, or the one of the same name in the folder {@code hotline.complaint.tables}. Rows of
 * columns between tabs, the header and lines that begin with {@code #} left out.
 */
public record Table(String file, List<String[]> rows) {
    private static final String FOLDER = "hotline.complaint.tables";

    /** Reads it; refuses the start when a row has not {@code columns} columns. */
    public static Table read(Settings settings, String file, int columns) {
        List<String[]> rows = text(settings, file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        Table table = new Table(file, rows);
        for (String[] row : rows) {
            table.check(row.length == columns, row);
        }
        return table;
    }

    /** Refuses the start, naming the row, unless it {@code fits}. */
    public void check(boolean fits, String[] row) {
        Settings.WrongSetting.unless(fits, FOLDER, file + " has a wrong row: " + String.join(" | ", row));
    }

    private static String text(Settings settings, String file) {
        Path own = Path.of(settings.text(FOLDER).orElse(""), file);
        try {
            boolean theirs = settings.text(FOLDER).isPresent() && Files.exists(own);
            return theirs ? Files.readString(own) : packed(file);
        } catch (IOException e) {
            throw new Settings.WrongSetting(FOLDER, "cannot be read: " + file);
        }
    }

    private static String packed(String file) {
        try (InputStream in = Table.class.getResourceAsStream("/complaint/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
