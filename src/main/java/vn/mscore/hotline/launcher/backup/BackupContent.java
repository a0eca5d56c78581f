package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;

/** Who is told what a backup holds, in the order in which it was written. */
interface BackupContent {
    /** What it says about itself. */
    void manifest(Manifest manifest) throws IOException;

    /** A table begins. */
    void table(TableHead table) throws IOException, SQLException;

    /** A row of the table that began last; a value is what the database gives for {@code cast(column as binary)}, or null. */
    void row(byte[][] values) throws IOException, SQLException;

    /** The table that began last is whole. */
    void endOfTable() throws SQLException;

    /** A file; {@code content} ends with it. */
    void file(FileHead file, InputStream content) throws IOException;

    /**
     * A table.
     *
     * @param nextId the next number of its counter, 0 when it has none
     */
    record TableHead(String name, List<String> columns, long nextId) {
        /** Keeps a copy of the names. */
        public TableHead {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A file.
     *
     * @param path below the folder of its area, with slashes
     * @param permissions such as {@code rw-------}
     */
    record FileHead(Area area, String path, String permissions) {}
}
