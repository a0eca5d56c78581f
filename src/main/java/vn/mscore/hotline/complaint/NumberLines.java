package vn.mscore.hotline.complaint;

import java.util.List;
import vn.mscore.hotline.shared.PhoneNumber;

/** PORT: what one room knows of a number, for the timeline. All joined by CDI; needs a transaction. */
public interface NumberLines {
    /** What this number said to us and we to it, newest first, at most {@code limit}. */
    List<TimelineLine> of(PhoneNumber phone, int limit);
}
