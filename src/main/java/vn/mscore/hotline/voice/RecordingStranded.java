package vn.mscore.hotline.voice;

import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Fact: a recording was found that no flow linked: the gateway died, or the exchange recorded in its fallback. Told inside
 * a transaction until somebody links it with {@link Recordings#link}.
 *
 * @param purpose as ordered, {@code fallback} when the exchange recorded by itself
 */
public record RecordingStranded(
        Recorded recording, String purpose, boolean secret, Optional<PhoneNumber> caller, String callId) {}
