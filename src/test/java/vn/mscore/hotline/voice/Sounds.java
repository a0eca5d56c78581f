package vn.mscore.hotline.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** WAV files as the exchange writes them: 8 kHz, 16 bit, mono. */
public final class Sounds {
    private static final int RATE = 8000;
    private static final int HEADER = 44;

    private Sounds() {}

    /** A tone that is as loud as speech on the telephone. */
    public static byte[] speech(Duration length) {
        return wav(length, 6000);
    }

    /** Nothing but zeros. */
    public static byte[] silence(Duration length) {
        return wav(length, 0);
    }

    private static byte[] wav(Duration length, int loud) {
        int samples = (int) (length.toMillis() * RATE / 1000);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + samples * 2).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (loud * Math.sin(i * 2 * Math.PI * 440 / RATE)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
