package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Fact: the operators' queue was read anew, because the link to the exchange was away or to be sure.
 *
 * @param waiting the calls that wait, first to be served first
 * @param talking calls with an operator, and the operator's telephone
 * @param elsewhere calls in progress that neither wait nor talk with an operator
 * @param at just before it was asked for: what began later may be missing
 */
public record QueueRead(List<String> waiting, Map<String, String> talking, List<String> elsewhere, Instant at) {
    /** Keeps copies. */
    public QueueRead {
        waiting = List.copyOf(waiting);
        talking = Map.copyOf(talking);
        elsewhere = List.copyOf(elsewhere);
    }
}
