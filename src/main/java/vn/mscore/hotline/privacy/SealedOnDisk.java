package vn.mscore.hotline.privacy;

/** A room that keeps sealed things in files for a while, until a table can take them. */
public interface SealedOnDisk {
    /** How many wait on this node: their keys must not go before they are in. */
    long size();

    /** How many were put aside here, whole or not, until a person takes them out. */
    default long putAside() {
        return 0;
    }
}
