package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.shared.PhoneNumber;

/** HMAC-SHA-256 (RFC 2104) under the keys of {@link KeyRing}. */
@Singleton
public class HmacBlindIndex implements BlindIndex {
    private static final String METHOD = "HmacSHA256";
    private static final Provider PROVIDER = provider();

    private final KeyRing keys;

    /** Hashes with the keys of {@code keys}. */
    @Inject
    public HmacBlindIndex(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public byte[] of(Purpose purpose, PhoneNumber phone) {
        return of(purpose, phone.e164());
    }

    @Override
    public byte[] of(Purpose purpose, String text) {
        return hash(keys.indexKey(purpose), text);
    }

    @Override
    public List<byte[]> all(Purpose purpose, String text) {
        byte[] current = of(purpose, text);
        return purpose == Purpose.DEDUPE
                ? Stream.concat(Stream.of(current), keys.lastMonthsDedupeKey().map(key -> hash(key, text)).stream())
                        .toList()
                : List.of(current);
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(METHOD, PROVIDER);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work in this Java", e);
        }
    }

    private static Provider provider() {
        try {
            return Mac.getInstance(METHOD).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work in this Java", e);
        }
    }
}
