package vn.mscore.hotline.sms;

import java.util.Set;

/**
 * PORT: which node works which line, agreed through the database. A line belongs to one node at a time; a node that dies
 * loses its lines after {@link #LENGTH_SECONDS}. Methods open a transaction of their own and throw when the database is
 * away, in which case nobody else can take the line either.
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

    /** Keeps {@code line}; false when another node has taken it meanwhile. */
    boolean keep(String line);

    /** Gives {@code line} back, so that another node need not wait. */
    void release(String line);

    /** The lines that other nodes had when {@link #take} or {@link #keep} was last called; asks nobody. */
    Set<String> elsewhere();
}
