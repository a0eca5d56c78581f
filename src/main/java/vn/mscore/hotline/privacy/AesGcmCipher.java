package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM of the JDK. A sealed value is {@code format(1) lane(1) key number(2) nonce(12) ciphertext tag(16)}; its
 * associated data are {@code table|column|row|lane-key number}, so it opens in its own place only.
 */
@Singleton
public class AesGcmCipher implements PersonalDataCipher {
    private static final byte FORMAT = 1;
    /** How many octets say the format, the lane and the key. */
    static final int HEADER = 4;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final String METHOD = "AES/GCM/NoPadding";

    /** Looked for once: each text is sealed and opened several times. */
    private static final Provider PROVIDER = provider();

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    /** Seals with the active keys of {@code keys}. */
    @Inject
    public AesGcmCipher(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public byte[] seal(Lane lane, Place place, String text) {
        return sealBytes(lane, place, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] sealBytes(Lane lane, Place place, byte[] bytes) {
        return sealUnder(lane, keys.active(lane), place, bytes);
    }

    /** What every value under key {@code number} of {@code lane} begins with. */
    static byte[] head(Lane lane, int number) {
        return ByteBuffer.allocate(HEADER)
                .put(FORMAT)
                .put((byte) lane.ordinal())
                .putChar((char) number)
                .array();
    }

    /** The number of the key that {@code sealed} is under. */
    static int number(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getChar(2);
    }

    /** Seals under a key of {@code lane} that need not be the active one. */
    byte[] sealUnder(Lane lane, int number, Place place, byte[] bytes) {
        SecretKeySpec key = keys.key(lane, number).orElseThrow(CannotOpen::new);
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(associated(place, lane, number));
            ByteBuffer sealed = ByteBuffer.allocate(HEADER + NONCE + bytes.length + TAG)
                    .put(head(lane, number))
                    .put(nonce);
            cipher.doFinal(ByteBuffer.wrap(bytes), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work in this Java", e);
        }
    }

    @Override
    public String open(Place place, byte[] sealed) {
        return new String(openBytes(place, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] openBytes(Place place, byte[] sealed) {
        if (sealed == null || sealed.length < HEADER + NONCE + TAG || sealed[0] != FORMAT) {
            throw new CannotOpen();
        }
        Lane lane = lane(sealed[1]).orElseThrow(CannotOpen::new);
        int number = number(sealed);
        SecretKeySpec key = keys.key(lane, number).orElseThrow(CannotOpen::new);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * 8, sealed, HEADER, NONCE));
            cipher.updateAAD(associated(place, lane, number));
            return cipher.doFinal(sealed, HEADER + NONCE, sealed.length - HEADER - NONCE);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, GCMParameterSpec nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(METHOD, PROVIDER);
        cipher.init(mode, key, nonce);
        return cipher;
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(METHOD).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work in this Java", e);
        }
    }

    private static byte[] associated(Place place, Lane lane, int number) {
        String text = place.table() + '|' + place.column() + '|' + place.row() + '|' + lane.ordinal() + '-' + number;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Lane> lane(byte ordinal) {
        Lane[] lanes = Lane.values();
        return ordinal >= 0 && ordinal < lanes.length ? Optional.of(lanes[ordinal]) : Optional.empty();
    }
}
