package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a test caller says: a warble, and then silence, as raw G.711 u-law of 8 kHz. */
final class SpokenSound {
    private static final int RATE = 8000;
    private static final int LOUD = 9000;
    private static final int BIAS = 0x84;
    private static final byte SILENT = (byte) 0xFF;

    private SpokenSound() {}

    static Path ulaw(int seconds, int silence) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/exchanges").toAbsolutePath());
        Path file = folder.resolve("spoken-" + seconds + "-" + silence + ".ulaw");
        if (Files.exists(file)) {
            return file;
        }
        byte[] sound = new byte[(seconds + silence) * RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = i < seconds * RATE ? encode(sample(i)) : SILENT;
        }
        // Another JVM may want the same one now: a reader never meets half of it.
        Path whole = Files.write(Files.createTempFile(folder, "spoken", ".part"), sound);
        return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The warble alone. */
    static byte[] voice(int millis) {
        byte[] sound = new byte[millis * RATE / 1000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = encode(sample(i));
        }
        return sound;
    }

    private static int sample(int i) {
        double syllable = 0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * i / RATE);
        return (int) (LOUD * syllable * Math.sin(2 * Math.PI * 300 * i / RATE));
    }

    /** ITU-T G.711, table 2a. */
    private static byte encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), 32_635) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
