package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Fact: somebody rang a modem and was hung up on. */
public record MissedCallNoted(String line, Optional<PhoneNumber> caller, Instant at) {}
