package vn.mscore.hotline.access;

import java.time.Instant;
import java.util.Set;

/** Who may do what, and when that changed: what a second officer hears of at once (security L17). */
public interface RightsChanges {
    /** Which deeds on accounts, second factors of others and keys of programs the trail has since {@code from}. */
    Set<String> since(Instant from);
}
