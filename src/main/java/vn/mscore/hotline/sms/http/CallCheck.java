package vn.mscore.hotline.sms.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a call is known to be the aggregator's: by a token, a signature, or both, and by where it comes from.
 *
 * @param token where the token stands
 * @param signature the signature
 * @param addresses where calls may come from; empty for anywhere
 */
record CallCheck(Optional<Source> token, Optional<CallSignature> signature, List<AddressRange> addresses) {
    private static final int UNKNOWN = 401;

    static CallCheck read(MappingFile file) {
        CallCheck check = new CallCheck(
                Source.optional(file, "check.token"),
                CallSignature.read(file),
                file.text("check.addresses")
                        .map(text -> file.reading("check.addresses", () -> AddressRange.list(text)))
                        .orElse(List.of()));
        if (check.token().isEmpty() && check.signature().isEmpty()) {
            throw file.wrong("check.token or check.signature", "is missing: anybody could send us texts");
        }
        return check;
    }

    /** Whether a call may come from {@code address}. */
    boolean lets(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.has(address));
    }

    /** Lets {@code call} pass, or not. */
    void verify(Call call, String secret, Instant now) throws CallRefused {
        try {
            verifyReadable(call, secret, now);
        } catch (IllegalArgumentException e) {
            throw new CallRefused(UNKNOWN, "unreadable");
        }
    }

    private void verifyReadable(Call call, String secret, Instant now) throws CallRefused {
        if (token.isPresent() && !isToken(token.get(), call, secret)) {
            throw new CallRefused(UNKNOWN, "token");
        }
        if (signature.isPresent()) {
            signature.get().verify(call, secret, now);
        }
    }

    private static boolean isToken(Source token, Call call, String secret) {
        byte[] given = token.in(call).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given);
    }
}
