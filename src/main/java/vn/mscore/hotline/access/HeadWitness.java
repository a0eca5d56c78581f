package vn.mscore.hotline.access;

import java.time.Instant;
import java.util.Optional;

/** Whether the head of the audit trail leaves this machine: what lies here alone, its owner can write anew (R48). */
public interface HeadWitness {
    /** Whether the deployer named a witness. */
    boolean isNamed();

    /** When the newest head that the witness took was made. */
    Optional<Instant> taken();

    /** Whether it took none for longer than the deployer allows, or never took one; never before it was asked since the start. */
    boolean isBehind();
}
