package vn.mscore.hotline.platform;

/** Which keys, beside the one of the settings, open which part of the interface for other programs. */
public interface KnownKeys {
    /**
     * Whether {@code key} opens {@code path}, for instance {@code v1/units/KS}. Called without a transaction, for every
     * request with a key that is not the one of the settings.
     */
    boolean opens(String key, String path);

    /** Whether {@code key} opens anything at all. Called without a transaction, of a key that does not open what it asks for. */
    boolean isKnown(String key);

    /** Told of every request that the key of the settings opened; written down once a day. Called without a transaction. */
    void ownKeyOpened();
}
