package vn.mscore.hotline.wording.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/**
 * A WAV file as the telephone exchange reads it: RIFF with 8 kHz, 16 bit, one channel of PCM samples.
 *
 * @param samples little endian, 8,000 a second
 */
record Wav(short[] samples) {
    /** Samples in a second. */
    static final int RATE = 8000;

    private static final int HEADER = 44;
    private static final int CHUNK = 8;
    private static final int FORMAT_CHUNK = 16;
    private static final int RIFF_HEAD = 12;
    private static final int BITS = 16;

    /** The format of a file and where its samples are. */
    record Header(int codec, int channels, int rate, int bits, int from, int length) {
        /** Why the exchange could not play it; empty when it can. */
        Optional<Reason> fault() {
            if (codec != 1 || bits != BITS) {
                return wrong(
                        "bits", "Tệp phải là PCM 16 bit, không nén", "The file must be PCM of 16 bit, not compressed");
            }
            if (rate != RATE) {
                return wrong(
                        "rate", "Tệp phải có tần số lấy mẫu 8.000 Hz", "The file must have 8,000 samples a second");
            }
            if (channels != 1) {
                return wrong("channels", "Tệp phải có một kênh (mono)", "The file must have one channel (mono)");
            }
            return length < RATE / 10
                    ? wrong(
                            "short",
                            "Tệp ngắn hơn một phần hai mươi giây",
                            "The file is shorter than a twentieth of a second")
                    : Optional.empty();
        }
    }

    private static Optional<Reason> wrong(String code, String vietnamese, String english) {
        return Optional.of(new Reason("wording.wav-" + code, vietnamese + " / " + english));
    }

    /** What stands at the head of {@code file}; empty when it is no WAV file. */
    static Optional<Header> header(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER
                || !name(bytes, 0).equals("RIFF")
                || !name(bytes, CHUNK).equals("WAVE")) {
            return Optional.empty();
        }
        int format = chunk(bytes, "fmt ");
        int data = chunk(bytes, "data");
        if (format < 0 || data < 0 || format + FORMAT_CHUNK > file.length) {
            return Optional.empty();
        }
        long told = bytes.getInt(data - 4) & 0xFFFFFFFFL;
        return Optional.of(new Header(
                bytes.getShort(format),
                bytes.getShort(format + 2),
                bytes.getInt(format + 4),
                bytes.getShort(format + 14),
                data,
                (int) Math.min(told, file.length - data)));
    }

    /** Why {@code file} cannot be played; empty when it can. */
    static Optional<Reason> fault(byte[] file) {
        return header(file)
                .map(Header::fault)
                .orElseGet(() -> wrong("none", "Tệp không phải là tệp WAV", "The file is no WAV file"));
    }

    /** How long {@code file} plays; nothing when it is no WAV file. */
    static Duration length(byte[] file) {
        return header(file)
                .filter(header -> header.rate() > 0)
                .map(header -> Duration.ofMillis(1000L * header.length() / 2 / header.rate()))
                .orElse(Duration.ZERO);
    }

    private static String name(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.US_ASCII);
    }

    /** Where the content of chunk {@code name} begins, -1 when there is none. */
    private static int chunk(ByteBuffer bytes, String name) {
        long at = RIFF_HEAD;
        while (at + CHUNK <= bytes.capacity()) {
            if (name(bytes, (int) at).equals(name)) {
                return (int) at + CHUNK;
            }
            long size = bytes.getInt((int) at + 4) & 0xFFFFFFFFL;
            at += CHUNK + size + (size & 1);
        }
        return -1;
    }

    /** The samples of 16 bit of a file, whatever their rate. */
    static short[] samples(byte[] file, Header header) {
        short[] samples = new short[header.length() / 2];
        ByteBuffer.wrap(file, header.from(), samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    /** A file that can be played. */
    static Wav read(byte[] file) {
        return new Wav(samples(file, header(file).orElseThrow()));
    }

    /** The file. */
    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - CHUNK + samples.length * 2);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(FORMAT_CHUNK);
        out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        out.putShort((short) 2).putShort((short) BITS);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length * 2);
        for (short sample : samples) {
            out.putShort(sample);
        }
        return out.array();
    }

    /** The loudest sample, 0 to 32,768. */
    int peak() {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
