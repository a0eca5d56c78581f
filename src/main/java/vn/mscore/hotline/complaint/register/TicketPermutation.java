package vn.mscore.hotline.complaint.register;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.shared.Require;

/**
 * A keyed permutation of 0..99,999: the tickets of a year come in no order that a stranger could go on. A Feistel network
 * of 18 bits with HMAC-SHA-256 as round function (Luby and Rackoff), walked until the value is within range (Black and
 * Rogaway, 2002). Pure.
 */
final class TicketPermutation {
    static final int SIZE = 100_000;

    private static final int ROUNDS = 8;
    private static final int HALF_BITS = 9;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;

    private final SecretKeySpec key;

    TicketPermutation(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The place of {@code sequence}; different for different ones. */
    int of(int sequence) {
        Require.that(sequence >= 0 && sequence < SIZE, "sequence outside 0..99,999");
        int value = sequence;
        do {
            value = feistel(value);
        } while (value >= SIZE);
        return value;
    }

    private int feistel(int value) {
        int left = value >>> HALF_BITS;
        int right = value & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = left ^ (mix(round, right) & HALF_MASK);
            left = right;
            right = mixed;
        }
        return left << HALF_BITS | right;
    }

    private int mix(int round, int half) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            ByteBuffer both =
                    ByteBuffer.allocate(2 * Integer.BYTES).putInt(round).putInt(half);
            return ByteBuffer.wrap(mac.doFinal(both.array())).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work in this Java", e);
        }
    }
}
