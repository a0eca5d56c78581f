package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts a backup where nothing is: rows into a freshly migrated schema, files into the folders of their areas. */
public final class Restoring implements BackupContent {
    private final TableLoad tables;
    private final Targets targets;
    private final Set<Path> touched = new HashSet<>();

    private Restoring(Connection connection, Map<Area, Path> folders) throws SQLException {
        this.tables = new TableLoad(connection);
        this.targets = new Targets(folders);
    }

    /**
     * Restores {@code file} into {@code connection} and {@code folders}, one for each area. On return all of it is on the disk;
     * after an exception the place is half filled.
     */
    public static Totals from(InputStream file, String opening, Connection connection, Map<Area, Path> folders)
            throws IOException, SQLException {
        Restoring restoring = new Restoring(connection, folders);
        Totals totals = BackupReader.read(file, opening, restoring);
        connection.commit();
        for (Path folder : restoring.touched) {
            Forced.folder(folder);
        }
        return totals;
    }

    /** How many tables the schema behind {@code connection} has. */
    public static int tablesIn(Connection connection) throws SQLException {
        return TableLoad.tablesIn(connection);
    }

    @Override
    public void manifest(Manifest manifest) {
        // was looked at before anything was touched
    }

    @Override
    public void table(TableHead table) throws SQLException {
        tables.begin(table);
    }

    @Override
    public void row(byte[][] values) throws SQLException {
        tables.add(values);
    }

    @Override
    public void endOfTable() throws SQLException {
        tables.end();
    }

    @Override
    public void file(FileHead file, InputStream content) throws IOException {
        Path target = targets.of(file);
        makeFolder(targets.root(file), target.getParent());
        try (FileChannel channel = FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(file.permissions())))) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(true);
        }
    }

    private void makeFolder(Path root, Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Path made = folder; made != null && made.startsWith(root); made = made.getParent()) {
            touched.add(made);
        }
    }
}
