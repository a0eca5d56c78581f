package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Job;

/** Destroys monthly dedupe keys 60 days after their month, so that their hashes tell nothing any more (security R45). */
@Singleton
public class DestroyDedupeKeys implements Job {
    private static final int DAYS = 60;

    private final KeyRing keys;

    /** Destroys keys of {@code keys}. */
    @Inject
    public DestroyDedupeKeys(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "destroy-dedupe-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public int run() {
        int destroyed = keys.destroyDedupeKeysOlderThan(DAYS);
        Failpoint.hit("retention.afterKeyDestroy");
        return destroyed;
    }
}
