package vn.mscore.hotline.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A column that holds sealed values, as {@code privacy/sealed-columns.tsv} says.
 *
 * @param key what orders and finds its rows, an expression of SQL that is a number
 * @param row the row of a value's place, likewise
 * @param place the column of a value's place, an expression that is a text
 */
record SealedColumn(String table, String column, String key, String row, String place) {
    private static final String LIST = "/privacy/sealed-columns.tsv";

    /** All of the database, except where the keys themselves lie. */
    static List<SealedColumn> all() {
        try (InputStream in = SealedColumn.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new SealedColumn(cell[0], cell[1], cell[2], cell[3], cell[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the information schema calls it. */
    String name() {
        return table + "." + column;
    }
}
