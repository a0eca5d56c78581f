package vn.mscore.hotline.report.file;

import java.io.IOException;
import java.io.OutputStream;
import vn.mscore.hotline.report.Sheet;

/** Writes a sheet; returns the number of its rows. */
@FunctionalInterface
interface SheetWriter {
    long write(Sheet sheet, OutputStream out) throws IOException;
}
