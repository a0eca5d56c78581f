package vn.mscore.hotline.sms;

import java.util.Set;

/** Which lines may send nothing more today. */
public interface SpentLines {
    /** The names of the lines of this node whose daily cap is used up. */
    Set<String> spent();
}
