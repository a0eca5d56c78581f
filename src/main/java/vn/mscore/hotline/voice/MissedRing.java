package vn.mscore.hotline.voice;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Fact: somebody rang the trunk and hung up before we answered ("nháy máy"). */
public record MissedRing(String callId, Optional<PhoneNumber> caller, Instant at) {}
