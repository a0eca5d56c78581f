package vn.mscore.hotline.sms;

import java.util.Set;

/** Which lines may send nothing more today though they should. */
public interface SpentLines {
    /**
     * The names of the lines whose daily cap is used up. Not among them: what another node works, and what has a cap of 0, which
     * never sends on purpose.
     */
    Set<String> spent();
}
