package vn.mscore.hotline.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table to take away. Cells are {@link String}s, {@link Number}s, {@link java.time.LocalDate}s, Optionals of these, or
 * null.
 *
 * @param name what it is, in file names and the audit trail: {@code a-z0-9-}, never a code of a citizen
 * @param columns headings
 * @param rows read once, not kept
 * @param notes said below the table, one line each
 */
public record Sheet(String name, List<String> columns, Stream<List<Object>> rows, List<String> notes) {}
