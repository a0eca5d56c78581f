package vn.mscore.hotline.sms.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An HMAC-SHA256 (RFC 2104) over what was sent, octet by octet, and over a time stamp where the aggregator sends one.
 *
 * @param source where the signature stands
 * @param base64 how it is written: base64, else hexadecimal
 * @param signed what is signed: words, {@code {body}}, {@code {query}} and {@code {time}}
 * @param time the time stamp
 * @param maxAge how old, or how far ahead, it may be
 */
record CallSignature(Source source, boolean base64, String signed, Optional<Moment> time, Duration maxAge) {
    private static final Pattern PIECE = Pattern.compile("\\{(body|query|time)}|[^{}]+");
    private static final String SIGNATURE = "check.signature";
    private static final String SIGNED = "check.signed";
    private static final int UNKNOWN = 401;
    private static final int TOO_OLD = 403;

    static Optional<CallSignature> read(MappingFile file) {
        file.needed(SIGNATURE, "check.time", SIGNED, "check.encoding", "check.maxage");
        file.needed("check.time", "check.maxage");
        Optional<Moment> time = Moment.read(file, "check.time");
        String signed = file.text(SIGNED).orElse("{body}");
        boolean base64 = file.choice("check.encoding", "hex", "base64").equals("base64");
        Duration maxAge = Duration.ofSeconds(file.number("check.maxage", 300, 1, 86_400));
        if (!PIECE.matcher(signed).replaceAll("").isEmpty()) {
            throw file.wrong(SIGNED, "may hold {body}, {query} and {time}");
        }
        if (time.isPresent() != signed.contains("{time}")) {
            throw file.wrong(SIGNED, "must hold {time} when there is check.time, and only then");
        }
        return file.text(SIGNATURE)
                .map(text -> new CallSignature(
                        file.reading(SIGNATURE, () -> Source.parse(text)), base64, signed, time, maxAge));
    }

    /** Whether what stands at {@code source} is signed, so that nobody but the aggregator can change it. */
    boolean covers(Source field) {
        return switch (field.place()) {
            case QUERY -> signed.contains("{query}");
            case FORM, JSON, BODY -> signed.contains("{body}");
            case HEADER -> false;
        };
    }

    /** Lets {@code call} pass, or not. */
    void verify(Call call, String secret, Instant now) throws CallRefused {
        Optional<byte[]> given = source.in(call).flatMap(this::octets);
        byte[] right = hmac(secret, content(call));
        // Compared in any case, so that the time it takes tells nothing.
        boolean same = MessageDigest.isEqual(right, given.orElse(new byte[right.length]));
        if (!same || given.isEmpty()) {
            throw new CallRefused(UNKNOWN, "signature");
        }
        if (time.isPresent() && !fresh(call, now)) {
            throw new CallRefused(TOO_OLD, "age");
        }
    }

    private boolean fresh(Call call, Instant now) {
        return time.flatMap(moment -> moment.in(call))
                .filter(at -> Duration.between(at, now).abs().compareTo(maxAge) <= 0)
                .isPresent();
    }

    private Optional<byte[]> octets(String text) {
        try {
            return Optional.of(
                    base64
                            ? Base64.getDecoder().decode(text.strip())
                            : HexFormat.of().parseHex(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] content(Call call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher matcher = PIECE.matcher(signed);
        while (matcher.find()) {
            out.writeBytes(
                    switch (matcher.group()) {
                        case "{body}" -> call.body();
                        case "{query}" -> call.query().getBytes(StandardCharsets.UTF_8);
                        case "{time}" -> stamp(call).getBytes(StandardCharsets.UTF_8);
                        default -> matcher.group().getBytes(StandardCharsets.UTF_8);
                    });
        }
        return out.toByteArray();
    }

    private String stamp(Call call) {
        return time.flatMap(moment -> moment.raw(call)).orElse("");
    }

    private static byte[] hmac(String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
