package vn.mscore.hotline.watch;

import java.util.List;
import java.util.Set;

/** Whether the lines of this node prove alive. */
public interface LineChecks {
    /** Every line of this node, in their order. */
    List<LineCheck> all();

    /** What of it is a trouble now: {@code line-silent}, {@code probe-lost}, {@code balance-low}, {@code sim-expires}, {@code balance-unread}. */
    Set<Trouble> troubles();
}
