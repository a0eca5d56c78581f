package vn.mscore.hotline.launcher.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Reads a backup from its first to its last byte and tells {@link BackupContent} what is inside. */
public final class BackupReader {
    private static final int LONGEST_TEXT = 1 << 20;

    private static final String NEWER =
            "the backup holds what this version of the program does not know, it is of a newer version";

    private final SealedInput sealed;
    private final DataInputStream in;
    private final BackupContent content;
    private Totals totals = new Totals(0, 0, 0);

    private BackupReader(InputStream file, FileKey key, BackupContent content) throws IOException {
        this.sealed = new SealedInput(file, key);
        this.in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(sealed, new Inflater(true), SealedOutput.PIECE)));
        this.content = content;
    }

    /**
     * A backup that was read to its end and is genuine.
     *
     * @param manifest what it says about itself
     */
    public record Checked(Manifest manifest, Totals totals) {}

    /**
     * Reads all of {@code file} and changes nothing anywhere; throws {@link BackupUnreadable} when it is not whole, or holds a
     * file that has no place in {@code folders}, one for each area.
     */
    public static Checked check(InputStream file, String opening, Map<Area, Path> folders) throws IOException {
        Targets targets = new Targets(folders);
        return check(file, keyOf(file, opening), new Looking(targets::of));
    }

    /** The same for a file of which the head was read, wherever what is inside may go one day. */
    static Checked check(InputStream file, FileKey key) throws IOException {
        return check(file, key, new Looking(head -> {}));
    }

    private static Checked check(InputStream file, FileKey key, Looking looking) throws IOException {
        try {
            Totals totals = new BackupReader(file, key, looking).read();
            return new Checked(looking.manifest(), totals);
        } catch (SQLException e) {
            throw new IllegalStateException("looking at a backup needs no database", e);
        }
    }

    /** Tells {@code content} everything in {@code file}. */
    static Totals read(InputStream file, String opening, BackupContent content) throws IOException, SQLException {
        return new BackupReader(file, keyOf(file, opening), content).read();
    }

    /** Whether {@code file} begins as a backup does; false for what cannot be read. */
    public static boolean begins(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return BackupKeys.begins(in.readNBytes(BackupKeys.HEAD));
        } catch (IOException e) {
            return false;
        }
    }

    private static FileKey keyOf(InputStream file, String opening) throws IOException {
        return BackupKeys.ofFile(file.readNBytes(BackupKeys.HEAD), opening);
    }

    private Totals read() throws IOException, SQLException {
        try {
            int kind = in.readUnsignedByte();
            while (kind != BackupWriter.END) {
                switch (kind) {
                    case BackupWriter.MANIFEST -> content.manifest(Manifest.parse(text()));
                    case BackupWriter.TABLE -> table();
                    case BackupWriter.FILE -> file();
                    default -> throw new BackupUnreadable(NEWER);
                }
                kind = in.readUnsignedByte();
            }
            Totals written = new Totals(in.readInt(), in.readLong(), in.readInt());
            if (!written.equals(totals) || in.read() != -1 || sealed.read() != -1) {
                throw new BackupUnreadable("the backup holds " + totals + " and says " + written);
            }
            return totals;
        } catch (EOFException | ZipException e) {
            throw new BackupUnreadable("the backup is cut short", e);
        }
    }

    private void table() throws IOException, SQLException {
        String name = text();
        long nextId = in.readLong();
        int count = in.readInt();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(text());
        }
        content.table(new BackupContent.TableHead(name, columns, nextId));
        while (in.readUnsignedByte() == 1) {
            content.row(row(count));
            totals = totals.plusRow();
        }
        content.endOfTable();
        totals = totals.plusTable();
    }

    private byte[][] row(int count) throws IOException {
        byte[][] values = new byte[count][];
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            values[i] = length < 0 ? null : bytes(length);
        }
        return values;
    }

    private void file() throws IOException {
        BackupContent.FileHead head = new BackupContent.FileHead(area(), text(), text());
        try (InputStream blocks = new Blocks()) {
            content.file(head, blocks);
            blocks.transferTo(OutputStream.nullOutputStream());
        }
        totals = totals.plusFile();
    }

    private Area area() throws IOException {
        String name = text();
        for (Area area : Area.values()) {
            if (area.name().equals(name)) {
                return area;
            }
        }
        throw new BackupUnreadable(NEWER);
    }

    private String text() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_TEXT) {
            throw new BackupUnreadable("the backup holds a name of " + length + " bytes");
        }
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** The content of one file. */
    private final class Blocks extends InputStream {
        private int left = -1;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            if (left < 0 && most > 0) {
                left = in.readInt();
            }
            if (left == 0 || most == 0) {
                return left == 0 ? -1 : 0;
            }
            int count = in.read(into, at, Math.min(most, left));
            if (count < 0) {
                throw new EOFException();
            }
            left = left == count ? -1 : left - count;
            return count;
        }
    }
}
