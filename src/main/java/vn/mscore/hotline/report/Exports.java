package vn.mscore.hotline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Reason;

/** Files of what a viewer sees (R42): two at a time for one account, each written down with its number of rows. */
public interface Exports {
    /** Most exports that run for one account. */
    int AT_ONCE = 2;

    /**
     * Most exports that run on one node: each holds one of its 24 connections to the database and one of its 24 threads for as
     * long as its reader takes.
     */
    int ALL_AT_ONCE = 6;

    /**
     * Reserves a place; refusal {@code export.busy} when two of this account or six of all run. The caller must close the ticket, also
     * when nothing was written; a place that nobody wrote at for a minute is given away.
     *
     * @param name of the sheet
     */
    Admission admit(Viewer viewer, String name);

    /** A place in the queue, or why there is none. */
    interface Admission extends AutoCloseable {
        /** Why not. */
        Optional<Reason> refusal();

        /**
         * Writes the sheet row by row and notes the export in the audit trail, before the first byte and after the last; the rows are read in one transaction.
         *
         * @param open called once, in the transaction
         */
        void write(Supplier<Sheet> open, Format format, OutputStream out) throws IOException;

        @Override
        void close();
    }

    /** Kinds of files. */
    enum Format {
        /** RFC 4180, UTF-8 with a byte order mark. */
        CSV("csv", "text/csv;charset=utf-8"),
        /** Office Open XML. */
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        /** The media type. */
        public String type() {
            return type;
        }

        /** A file name that tells what and when, and nothing of a citizen. */
        public String fileName(String sheet, LocalDate day) {
            return sheet + "-" + day + "." + ending;
        }
    }
}
