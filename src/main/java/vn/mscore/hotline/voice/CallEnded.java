package vn.mscore.hotline.voice;

import java.time.Instant;

/** Fact: a call is over; told once per call, also for calls that were cut by a restart of the exchange. */
public record CallEnded(String callId, Instant at) {}
