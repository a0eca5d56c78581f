package vn.mscore.hotline.voice.agi;

import vn.mscore.hotline.voice.AfterEntry;

/** Keys pressed before they were asked for. */
final class TypedAhead {
    private final StringBuilder keys = new StringBuilder();
    private final AfterEntry after = new AfterEntry();

    /** An entry is complete with so many keys and without its {@code #}. */
    void entryComplete(int pressed) {
        after.complete(pressed);
    }

    /** Whether {@code key} belongs to the entry before; asked for every key as it comes. */
    boolean swallows(char key) {
        return after.swallows(key);
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
        after.clear();
    }

    /** Whether {@code key} is one of the twelve of a telephone. */
    static boolean isKey(char key) {
        return key >= '0' && key <= '9' || key == '*' || key == '#';
    }
}
