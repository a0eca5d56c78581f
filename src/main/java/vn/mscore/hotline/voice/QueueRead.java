package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Fact: the operators' queue was read anew, because the link to the exchange was away or to be sure.
 *
 * @param waiting the calls that wait, first to be served first
 * @param talking calls with an operator, and the operator's telephone
 * @param at just before it was asked for: what began later may be missing
 */
public record QueueRead(List<String> waiting, Map<String, String> talking, Instant at) {
    /** Keeps copies. */
    public QueueRead {
        waiting = List.copyOf(waiting);
        talking = Map.copyOf(talking);
    }
}
