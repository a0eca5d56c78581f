package vn.mscore.hotline.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.mscore.hotline.report.SafeText;
import vn.mscore.hotline.report.Sheet;

/** One worksheet with its texts in place (no table of texts to remember), given away every thousand rows so that its size does not matter. */
final class XlsxFile implements SheetWriter {
    private static final int FLUSH = 1_000;
    /** Longest text of a cell in Office Open XML. */
    private static final int CELL = 32_767;

    @Override
    public long write(Sheet sheet, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Hotline", "1.0")) {
            Worksheet page = book.newWorksheet(sheet.name());
            line(page, 0, sheet.columns());
            page.range(0, 0, 0, sheet.columns().size() - 1).style().bold().set();
            page.freezePane(0, 1);
            int row = 1;
            for (Iterator<List<Object>> all = sheet.rows().iterator(); all.hasNext(); row++) {
                line(page, row, all.next());
                if (row % FLUSH == 0) {
                    page.flush();
                }
            }
            int next = row;
            for (String note : sheet.notes()) {
                line(page, ++next, List.of(note));
            }
            return row - 1L;
        }
    }

    private static void line(Worksheet page, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            cell(page, row, column, cell instanceof Optional<?> optional ? optional.orElse(null) : cell);
        }
    }

    private static void cell(Worksheet page, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            page.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            page.value(row, column, day);
            page.style(row, column).format("dd/mm/yyyy").set();
        } else if (cell != null) {
            String text = SafeText.of(cell.toString());
            page.inlineString(row, column, text.substring(0, Math.min(text.length(), CELL)));
        }
    }
}
