package vn.mscore.hotline.voice.agi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.VoiceNumbers;

/**
 * What the exchange says at the beginning, {@code AGI(agi://host:port/FLOW,SECRET[,REFERENCE,NUMBER[,LANE]])}, read by us and not by
 * asterisk-java, which allocates as many arguments as the highest number in the request.
 *
 * @param headers by name without {@code agi_}
 */
record CallRequest(Map<String, String> headers) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,15}");

    /** The path asked for; a query makes it the name of nothing. */
    String path() {
        return headers.getOrDefault("network_script", "");
    }

    /** Whether the first argument is {@code secret}; takes equally long for every wrong one. */
    boolean knows(String secret) {
        byte[] said = headers.getOrDefault("arg_1", "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(said, secret.getBytes(StandardCharsets.UTF_8));
    }

    /** How the call began; empty when the exchange's id or the reference is not one. */
    Optional<CallStart> start(Instant at) {
        String id = headers.getOrDefault("uniqueid", "");
        Optional<String> reference = argument("arg_2");
        boolean sound = ID.matcher(id).matches()
                && reference.map(text -> REFERENCE.matcher(text).matches()).orElse(true);
        return sound ? Optional.of(new CallStart(id, path(), caller(), reference, at, isSealed())) : Optional.empty();
    }

    private boolean isSealed() {
        return "sealed".equals(headers.get("arg_4"));
    }

    private Optional<String> argument(String name) {
        return Optional.ofNullable(headers.get(name)).filter(text -> !text.isBlank());
    }

    // Row 91: digits and a leading plus, 15 at most; the name shown with it is never looked at.
    private Optional<PhoneNumber> caller() {
        return argument("arg_3")
                .or(() -> argument("callerid"))
                .filter(text -> NUMBER.matcher(text).matches())
                .flatMap(VoiceNumbers::shown);
    }
}
