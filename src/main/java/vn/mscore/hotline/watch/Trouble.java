package vn.mscore.hotline.watch;

/**
 * Something a person should look at now.
 *
 * @param kind as metrics name it: {@code line-away}
 * @param line which line it is about, or which node when its machine is in trouble; empty when none
 * @param level 1 when somebody should look, 2 when at once
 */
public record Trouble(String kind, String line, int level) {
    /** A trouble of no line and no node. */
    public Trouble(String kind, int level) {
        this(kind, "", level);
    }
}
