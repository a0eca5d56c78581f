package vn.mscore.hotline.launcher.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a backup: a stream of records, deflated, sealed. Holds one row or 32 KiB of a file at a time, however large a table or a
 * recording is.
 */
public final class BackupWriter {
    static final int MANIFEST = 1;
    static final int TABLE = 2;
    static final int FILE = 3;
    static final int END = 9;
    static final int BLOCK = 32 * 1024;

    private final FileKey key;
    private final SealedOutput sealed;
    private final DeflaterOutputStream deflated;
    private final DataOutputStream out;
    private Totals totals = new Totals(0, 0, 0);

    /** Writes into {@code file} for who has the opening half of {@code sealing}. */
    public BackupWriter(OutputStream file, String sealing) throws IOException {
        key = BackupKeys.forNewFile(sealing);
        sealed = new SealedOutput(file, key);
        deflated = new DeflaterOutputStream(sealed, new Deflater(Deflater.BEST_SPEED, true), SealedOutput.PIECE);
        out = new DataOutputStream(deflated);
    }

    /** To be written once. */
    public void manifest(Manifest manifest) throws IOException {
        out.writeByte(MANIFEST);
        text(manifest.text());
    }

    void table(BackupContent.TableHead table) throws IOException {
        out.writeByte(TABLE);
        text(table.name());
        out.writeLong(table.nextId());
        out.writeInt(table.columns().size());
        for (String column : table.columns()) {
            text(column);
        }
        totals = totals.plusTable();
    }

    void row(byte[][] values) throws IOException {
        out.writeByte(1);
        for (byte[] value : values) {
            out.writeInt(value == null ? -1 : value.length);
            out.write(value == null ? new byte[0] : value);
        }
        totals = totals.plusRow();
    }

    void endOfTable() throws IOException {
        out.writeByte(0);
    }

    void file(BackupContent.FileHead file, InputStream content) throws IOException {
        out.writeByte(FILE);
        text(file.area().name());
        text(file.path());
        text(file.permissions());
        byte[] block = new byte[BLOCK];
        for (int count = content.readNBytes(block, 0, BLOCK); count > 0; count = content.readNBytes(block, 0, BLOCK)) {
            out.writeInt(count);
            out.write(block, 0, count);
        }
        out.writeInt(0);
        totals = totals.plusFile();
    }

    /** Makes it whole; tells what it holds. */
    public Totals finish() throws IOException {
        out.writeByte(END);
        out.writeInt(totals.tables());
        out.writeLong(totals.rows());
        out.writeInt(totals.files());
        out.flush();
        deflated.finish();
        sealed.finish();
        return totals;
    }

    /** Reads back what was written, as nobody else on this machine can; throws {@link BackupUnreadable} when it is not that. */
    public Totals readBack(InputStream file) throws IOException {
        if (!Arrays.equals(file.readNBytes(BackupKeys.HEAD), key.head())) {
            throw new BackupUnreadable("the backup on the disk is not the one that was written");
        }
        return BackupReader.check(file, key).totals();
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
