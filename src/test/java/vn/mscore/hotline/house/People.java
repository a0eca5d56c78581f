package vn.mscore.hotline.house;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.access.Role;

/** The people of the demo, and the authenticators in their pockets. */
public final class People {
    private static final long STEP = 30;
    private static final long SLOW_SIGN_IN = 15;
    private static final Map<String, Long> USED = new ConcurrentHashMap<>();

    private People() {}

    /** The first person of a role. */
    public static Person of(Gateway gateway, Role role) throws IOException {
        return Files.readAllLines(gateway.var().resolve("secrets/demo-accounts")).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[3].equals(role.name()))
                .map(cells -> new Person(cells[0], cells[1], cells[2]))
                .findFirst()
                .orElseThrow();
    }

    /** Everybody of a role, in the order of the list. */
    public static List<Person> all(Gateway gateway, Role role) throws IOException {
        return Files.readAllLines(gateway.var().resolve("secrets/demo-accounts")).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[3].equals(role.name()))
                .map(cells -> new Person(cells[0], cells[1], cells[2]))
                .toList();
    }

    /** The person who signs in as {@code login}. */
    public static Person named(Gateway gateway, String login) throws IOException {
        return Files.readAllLines(gateway.var().resolve("secrets/demo-accounts")).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(login))
                .map(cells -> new Person(cells[0], cells[1], cells[2]))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Who can sign in.
     *
     * @param login name
     * @param password password
     * @param secret of the second factor, base32
     */
    public record Person(String login, String password, String secret) {
        /** A code that was not used yet; waits for the next one when there is none. */
        public String code() throws InterruptedException {
            long now = step();
            // The step before this one is accepted until this one ends: too late when that is near.
            long oldest = secondsLeft() < SLOW_SIGN_IN ? now : now - 1;
            long step = Math.max(oldest, USED.getOrDefault(secret, 0L) + 1);
            while (step > step() + 1) {
                Thread.sleep(200);
            }
            USED.put(secret, step);
            return at(step);
        }

        private static long secondsLeft() {
            return STEP - Instant.now(Clock.systemUTC()).getEpochSecond() % STEP;
        }

        private static long step() {
            return Instant.now(Clock.systemUTC()).getEpochSecond() / STEP;
        }

        /** The code of a step of 30 seconds. */
        String at(long step) {
            try {
                return new TimeBasedOneTimePasswordGenerator()
                        .generateOneTimePasswordString(
                                new SecretKeySpec(decode(secret), "RAW"), Instant.ofEpochSecond(step * STEP));
            } catch (InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int filled = 0;
        for (char c : base32.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            filled += 5;
            if (filled >= 8) {
                filled -= 8;
                bytes.write(buffer >> filled);
            }
        }
        return bytes.toByteArray();
    }
}
