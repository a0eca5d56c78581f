package vn.mscore.hotline.platform.csv;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.platform.Settings;

/** Reads with Apache Commons CSV; the separator is the comma, semicolon or tab that the header line uses. */
@Singleton
public class CommonsCsvReading implements CsvReading {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int DEFAULT_ROWS = 50_000;
    private static final int DEFAULT_CELL = 4096;

    private final int maxRows;
    private final int maxCell;

    /** Limits of {@code hotline.csv.maxRows} and {@code hotline.csv.maxCell} characters. */
    @Inject
    public CommonsCsvReading(Settings settings) {
        maxRows = settings.number("hotline.csv.maxRows", DEFAULT_ROWS, 1, Integer.MAX_VALUE);
        maxCell = settings.number("hotline.csv.maxCell", DEFAULT_CELL, 10, 1 << 20);
    }

    @Override
    public void read(byte[] file, Columns columns, ImportReport report, Consumer<FieldReader> rows) {
        FileText text = new FileText(file);
        Optional<RowFault> unreadable = text.fault();
        if (unreadable.isPresent()) {
            report.fault(unreadable.get());
            return;
        }
        char separator = separator(text);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (Reader reader = new BufferedReader(new CellLimit(text.open(), separator, maxCell));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            new Pass(parser, report, rows).run(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static char separator(FileText text) {
        String header;
        try (BufferedReader reader = new BufferedReader(text.open())) {
            header = Optional.ofNullable(reader.readLine()).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    /** One walk through one file. */
    private final class Pass {
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final ImportReport report;
        private final Consumer<FieldReader> rows;

        Pass(CSVParser parser, ImportReport report, Consumer<FieldReader> rows) {
            this.parser = parser;
            this.records = parser.iterator();
            this.report = report;
            this.rows = rows;
        }

        void run(Columns columns) {
            Optional<List<String>> header = next().map(record -> header(record, columns));
            if (header.isEmpty() && !report.refused()) {
                report.fault(new RowFault(1, "", "tệp rỗng / the file is empty"));
            }
            if (report.refused()) {
                return;
            }
            long line = parser.getCurrentLineNumber() + 1;
            for (Optional<CSVRecord> record = next(); record.isPresent(); record = next()) {
                if (report.rows() == maxRows) {
                    report.fault(new RowFault(line, "", "quá " + maxRows + " dòng / more rows than allowed"));
                    return;
                }
                row(record.get(), header.get(), line);
                line = parser.getCurrentLineNumber() + 1;
            }
            if (report.rows() == 0 && !report.refused()) {
                report.fault(new RowFault(2, "", "không có dòng nào / there are no rows below the header"));
            }
        }

        private Optional<CSVRecord> next() {
            long line = parser.getCurrentLineNumber() + 1;
            try {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            } catch (UncheckedIOException e) {
                report.fault(fault(e.getCause(), line));
                return Optional.empty();
            }
        }

        private RowFault fault(IOException cause, long line) {
            if (cause instanceof CellLimit.CellTooLong tooLong) {
                String sentence =
                        "ô quá " + maxCell + " ký tự hoặc thiếu dấu \" / a cell is too long, or a quote is not closed";
                return new RowFault(tooLong.line(), "", sentence);
            }
            return new RowFault(line, "", "sai dấu \" / quotes are not as RFC 4180 has them");
        }

        private List<String> header(CSVRecord record, Columns columns) {
            List<String> names = new ArrayList<>();
            for (String cell : record) {
                String name = cell.strip().toLowerCase(Locale.ROOT);
                if (names.contains(name)) {
                    report.fault(new RowFault(1, name, "cột lặp lại / this column is there twice"));
                } else if (!columns.required().contains(name)
                        && !columns.optional().contains(name)) {
                    report.fault(new RowFault(1, shortened(name), "không có cột này / unknown column"));
                }
                names.add(name);
            }
            columns.required().stream()
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .forEach(name -> report.fault(new RowFault(1, name, "thiếu cột / this column is missing")));
            return names;
        }

        private void row(CSVRecord record, List<String> header, long line) {
            if (record.stream().allMatch(String::isBlank)) {
                return;
            }
            report.row();
            if (record.size() != header.size()) {
                String sentence = "có " + record.size() + " ô, tiêu đề có " + header.size()
                        + " / the number of cells differs from the header's";
                report.fault(new RowFault(line, "", sentence));
                return;
            }
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), record.get(i));
            }
            rows.accept(new FieldReader(line, cells::get));
        }
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }
}
