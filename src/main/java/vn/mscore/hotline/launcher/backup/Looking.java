package vn.mscore.hotline.launcher.backup;

import java.io.InputStream;

/** Looks through a backup without keeping more of it than what it says about itself. */
final class Looking implements BackupContent {
    private final Places places;
    private Manifest manifest;

    Looking(Places places) {
        this.places = places;
    }

    /** Who knows whether a file has a place here. */
    interface Places {
        /** Throws {@link BackupUnreadable} when it has none. */
        void look(FileHead file) throws BackupUnreadable;
    }

    /** What the backup says about itself; throws {@link BackupUnreadable} when it says nothing. */
    Manifest manifest() throws BackupUnreadable {
        if (manifest == null) {
            throw new BackupUnreadable("the backup does not say what it is");
        }
        return manifest;
    }

    @Override
    public void manifest(Manifest found) {
        manifest = found;
    }

    @Override
    public void table(TableHead table) {
        // its rows are counted by the reader
    }

    @Override
    public void row(byte[][] values) {
        // counted by the reader
    }

    @Override
    public void endOfTable() {
        // nothing was begun
    }

    @Override
    public void file(FileHead file, InputStream content) throws BackupUnreadable {
        // its content is read to its end by the reader
        places.look(file);
    }
}
