package vn.mscore.hotline.voice.ami;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of the exchange, read whole.
 *
 * @param seats telephones that ring for the queue
 * @param waiting calls that wait, first to be served first
 * @param live all channels
 * @param talking calls with an operator, and the operator's telephone
 * @param at just before it was asked for
 */
record ExchangePicture(
        Set<String> seats, List<String> waiting, Set<String> live, Map<String, String> talking, Instant at) {}
