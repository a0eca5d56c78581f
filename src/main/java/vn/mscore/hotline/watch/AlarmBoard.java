package vn.mscore.hotline.watch;

import java.util.List;
import java.util.Set;

/** What is wrong, for all nodes: told once when it begins, once when its level rises and once when it ends. */
public interface AlarmBoard {
    /**
     * Notes all that is wrong now of what {@code source} watches over. A trouble begins when nobody noted it before, and
     * ends when no node has noted it for a minute. Works in a short transaction of its own; tells how many began or ended.
     */
    int report(String source, Set<Trouble> now);

    /** What is open, the newest first, then what ended lately; at most {@code limit}. */
    List<Alarm> latest(int limit);
}
