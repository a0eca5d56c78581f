package vn.mscore.hotline.sms;

import java.util.Optional;

/** A line whose SIM can be asked for its balance. Only the technician asks; the code is a setting, never a citizen's text. */
public interface UssdQuery {
    /** The deployer's name of the line. */
    String name();

    /** Dials the configured code and waits up to 40 seconds; empty when the line is not ready or nothing came. */
    Optional<String> balance();
}
