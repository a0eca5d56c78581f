package vn.mscore.hotline.switchboard;

import java.util.Optional;

/**
 * Fact: the line of waiting callers, or who sits at the telephones, changed. Tells nothing of the caller.
 *
 * @param device the operator's telephone concerned, when one is
 * @param connected whether a caller was put through to it just now
 */
public record LineMoved(Optional<String> device, boolean connected) {}
