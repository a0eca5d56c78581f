package vn.mscore.hotline.platform;

/** Gives row ids before the row is written (sealing needs them): unique, roughly in order of time, always positive. */
@FunctionalInterface
public interface Ids {
    /** The next id. */
    long next();
}
