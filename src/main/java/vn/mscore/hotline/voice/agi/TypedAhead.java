package vn.mscore.hotline.voice.agi;

import java.time.Duration;

/**
 * Keys pressed before they were asked for. Also knows that people end a complete entry with {@code #} as they were told to:
 * such a {@code #}, within three seconds after the last key, answers nothing and cuts nothing short.
 */
final class TypedAhead {
    private static final long HASH_FOLLOWS = Duration.ofSeconds(3).toNanos();

    private final StringBuilder keys = new StringBuilder();
    private boolean hashMayFollow;
    private long complete;

    /** An entry is complete without its {@code #}. */
    void entryComplete() {
        hashMayFollow = true;
        complete = System.nanoTime();
    }

    /** Whether {@code key} only ends the entry before; asked for every key as it comes. */
    boolean swallows(char key) {
        boolean swallowed = hashMayFollow && key == '#' && System.nanoTime() - complete < HASH_FOLLOWS;
        hashMayFollow = false;
        return swallowed;
    }

    /** Keeps a key for the next answer; letters are dropped. */
    void add(char key) {
        if (isKey(key)) {
            keys.append(key);
        }
    }

    /** Whether a key waits. */
    boolean isWaiting() {
        return !keys.isEmpty();
    }

    /** The next key. */
    char take() {
        char key = keys.charAt(0);
        keys.deleteCharAt(0);
        return key;
    }

    /** Forgets all of them. */
    void clear() {
        keys.setLength(0);
        hashMayFollow = false;
    }

    /** Whether {@code key} is one of the twelve of a telephone. */
    static boolean isKey(char key) {
        return key >= '0' && key <= '9' || key == '*' || key == '#';
    }
}
