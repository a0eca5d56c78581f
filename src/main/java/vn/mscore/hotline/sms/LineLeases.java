package vn.mscore.hotline.sms;

import java.time.Duration;
import java.util.Map;

/**
 * PORT: which node works which line, agreed through the database. A line belongs to one node at a time; a node that dies
 * loses its lines after {@link #LENGTH_SECONDS}. Methods open a transaction of their own and throw when the database is
 * away.
 */
public interface LineLeases {
    /** How long a line stays with a node that is not heard of any more. */
    int LENGTH_SECONDS = 20;

    /**
     * Takes {@code line} for this node if no other has it, and tells {@link LineTaken} in the same transaction.
     *
     * @return whether this node has it now
     */
    boolean take(String line);

    /**
     * Keeps {@code line} and notes whether it can be used now; false when another node has had it meanwhile, even if that
     * one is gone.
     */
    boolean keep(String line, boolean ready);

    /**
     * Whether another process of this node's name took a line that this one had: from then on this one waits for leases to
     * run out, as if it had another name.
     */
    boolean hasNamesake();

    /** Gives {@code line} back, so that another node need not wait. */
    void release(String line);

    /**
     * The lines of other nodes and for how long each could not be used, zero for one that can, as it was when {@link
     * #take} or {@link #keep} was last called; asks nobody.
     */
    Map<String, Duration> elsewhere();
}
