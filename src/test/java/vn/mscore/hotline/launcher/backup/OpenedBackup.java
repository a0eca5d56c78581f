package vn.mscore.hotline.launcher.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BiConsumer;

/** Everything in a backup, as whoever has its key reads it. */
public final class OpenedBackup implements BackupContent {
    private final BiConsumer<String, byte[]> told;
    private String table = "";

    private OpenedBackup(BiConsumer<String, byte[]> told) {
        this.told = told;
    }

    /** Tells every row and every file of {@code backup} by its place; {@code opening} is the key kept apart from it. */
    public static void read(Path backup, String opening, BiConsumer<String, byte[]> told)
            throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(backup)) {
            BackupReader.read(in, opening, new OpenedBackup(told));
        }
    }

    @Override
    public void manifest(Manifest manifest) {
        // It names versions and counts.
    }

    @Override
    public void table(TableHead head) {
        table = head.name();
    }

    @Override
    public void row(byte[][] values) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (byte[] value : values) {
            if (value != null) {
                row.writeBytes(value);
                row.write(' ');
            }
        }
        told.accept("table " + table, row.toByteArray());
    }

    @Override
    public void endOfTable() {
        table = "";
    }

    @Override
    public void file(FileHead file, InputStream content) throws IOException {
        told.accept(file.area() + " " + file.path(), content.readAllBytes());
    }
}
