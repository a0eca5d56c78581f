package vn.mscore.hotline.report.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.report.SafeText;
import vn.mscore.hotline.report.Sheet;

/** RFC 4180 with CRLF and a byte order mark, without which spreadsheet programs misread Vietnamese. */
final class CsvFile implements SheetWriter {
    /** Also what separates cells where a comma is the decimal point. */
    private static final String QUOTED = "\",;\t\r\n";

    @Override
    public long write(Sheet sheet, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        line(writer, new ArrayList<>(sheet.columns()));
        long rows = 0;
        for (Iterator<List<Object>> all = sheet.rows().iterator(); all.hasNext(); rows++) {
            line(writer, all.next());
        }
        for (String note : sheet.notes()) {
            line(writer, List.of(note));
        }
        writer.flush();
        return rows;
    }

    private static void line(Writer writer, List<?> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            writer.write(separator);
            writer.write(text(cell));
            separator = ",";
        }
        writer.write("\r\n");
    }

    private static String text(Object cell) {
        Object plain = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
        if (plain == null) {
            return "";
        }
        return plain instanceof String text ? quoted(SafeText.of(text)) : plain.toString();
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
