package vn.mscore.hotline.platform;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads CSV files of other programs and of spreadsheets by RFC 4180, row by row, within limits. What cannot be read without
 * guessing (encoding, quotes, width of a row) is a fault in the report, never a guess.
 */
public interface CsvReading {
    /** Gives each row that could be read to {@code rows}; counts rows and notes faults in {@code report}. */
    void read(byte[] file, Columns columns, ImportReport report, Consumer<FieldReader> rows);

    /** The columns a file must have and those it may have, in any order. */
    record Columns(Set<String> required, Set<String> optional) {}
}
