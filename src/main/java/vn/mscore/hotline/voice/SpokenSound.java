package vn.mscore.hotline.voice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a WAV file of the telephone holds (RIFF, PCM, 8 kHz, 16 bit, one channel; "Multimedia Programming Interface and Data
 * Specifications 1.0", 1991), read frame by frame.
 *
 * @param length how long it is
 * @param loud how much of it is not silence
 */
public record SpokenSound(Duration length, Duration loud) {
    /** Longest file that is looked at: ten minutes. Nobody may speak longer. */
    public static final long LONGEST_BYTES = 10 * 60 * 16_000L + 65_536;

    private static final Duration SPOKEN = Duration.ofSeconds(2);
    private static final int HEADER = 12;
    private static final int BYTES_PER_SECOND = 16_000;
    private static final int FRAME = BYTES_PER_SECOND / 50;
    private static final int FORMAT = 16;

    /** Mean square above which 20 ms are not silence: about -40 dB of full scale, the hiss of a line lies below. */
    private static final long LOUD = 300L * 300L;

    /** Whether it holds two seconds of which something is not silence; less is a missed call (row 94). */
    public boolean isSpoken() {
        return length.compareTo(SPOKEN) >= 0 && loud.toMillis() >= 200;
    }

    /** Measures a file; empty when it is missing, a link, empty, too long or no WAV file of the telephone (row 95). */
    public static Optional<SpokenSound> measure(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST_BYTES) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return measure(in);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the writer has finished the file: Asterisk writes the length into the header when it closes it and not before,
     * and what is no WAV file does not become one.
     */
    public static boolean isClosed(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            long size = Files.size(file);
            Optional<Start> start = start(in);
            return size > 0
                    && start.map(data -> data.at() + data.said() <= size && data.said() > 0)
                            .orElse(true);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the samples begin, and how many bytes of them the header says there are. */
    private record Start(long at, long said) {}

    private static Optional<SpokenSound> measure(InputStream in) throws IOException {
        return start(in).isPresent() ? Optional.of(frames(in)) : Optional.empty();
    }

    private static Optional<Start> start(InputStream in) throws IOException {
        byte[] riff = in.readNBytes(HEADER);
        if (riff.length < HEADER || !isAscii(riff, 0, "RIFF") || !isAscii(riff, 8, "WAVE")) {
            return Optional.empty();
        }
        boolean telephone = false;
        long at = HEADER;
        for (byte[] head = in.readNBytes(8); head.length == 8; head = in.readNBytes(8)) {
            long size = Integer.toUnsignedLong(little(head).getInt(4));
            if (isAscii(head, 0, "data")) {
                return telephone ? Optional.of(new Start(at + 8, size)) : Optional.empty();
            }
            long rest = size + (size & 1);
            if (isAscii(head, 0, "fmt ") && size >= FORMAT) {
                telephone = isTelephone(in.readNBytes(FORMAT));
                rest -= FORMAT;
            }
            in.skipNBytes(rest);
            at += 8 + size + (size & 1);
        }
        return Optional.empty();
    }

    private static boolean isTelephone(byte[] format) {
        return format.length == FORMAT
                && little(format).getShort(0) == 1
                && little(format).getShort(2) == 1
                && little(format).getInt(4) == 8000
                && little(format).getShort(14) == 16;
    }

    // To the end of the file and not as the header says: a recorder that died has not written the length.
    private static SpokenSound frames(InputStream in) throws IOException {
        long bytes = 0;
        long loud = 0;
        for (byte[] frame = in.readNBytes(FRAME); frame.length > 0; frame = in.readNBytes(FRAME)) {
            bytes += frame.length;
            loud += frame.length == FRAME && isLoud(frame) ? FRAME : 0;
        }
        return new SpokenSound(duration(bytes), duration(loud));
    }

    private static boolean isLoud(byte[] frame) {
        ByteBuffer samples = little(frame);
        long sum = 0;
        while (samples.remaining() > 1) {
            long sample = samples.getShort();
            sum += sample * sample;
        }
        return sum / (FRAME / 2) > LOUD;
    }

    private static Duration duration(long bytes) {
        return Duration.ofMillis(bytes * 1000 / BYTES_PER_SECOND);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean isAscii(byte[] bytes, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
