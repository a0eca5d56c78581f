package vn.mscore.hotline.privacy;

/**
 * Seals personal data with AES-256-GCM (NIST SP 800-38D) under the current key of a lane. The associated data bind a
 * value to its place, so a value copied to another row or column does not open.
 */
public interface PersonalDataCipher {
    /** Which key ring seals a value. */
    enum Lane {
        /** Phone numbers, complaint texts, raw PDUs. */
        PERSONAL,
        /** Everything of a denunciation. */
        SECRET
    }

    /** Where a sealed value lives. {@code row} is the primary key of its row. */
    record Place(String table, String column, long row) {}

    /** Seals UTF-8 text. */
    byte[] seal(Lane lane, Place place, String text);

    /** Seals bytes. */
    byte[] sealBytes(Lane lane, Place place, byte[] bytes);

    /** Opens what {@link #seal} made for the same place; throws {@link CannotOpen} for anything else. */
    String open(Place place, byte[] sealed);

    /** Opens what {@link #sealBytes} made for the same place; throws {@link CannotOpen} for anything else. */
    byte[] openBytes(Place place, byte[] sealed);

    /** The one generic error of opening: wrong place, changed bytes or a key that is gone. */
    final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Tells no detail on purpose. */
        public CannotOpen() {
            super("this value cannot be opened");
        }
    }
}
