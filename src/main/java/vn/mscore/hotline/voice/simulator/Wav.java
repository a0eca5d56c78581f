package vn.mscore.hotline.voice.simulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files of telephone sound: PCM, 8 kHz, 16 bit, one channel (RIFF as in Microsoft's "Multimedia Programming Interface", 1991). */
final class Wav {
    private static final int HEADER = 44;
    private static final int RATE = 8_000;

    private Wav() {}

    static byte[] of(byte[] samples) {
        ByteBuffer wav = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(name("RIFF")).putInt(HEADER - 8 + samples.length).put(name("WAVE"));
        wav.put(name("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(name("data")).putInt(samples.length).put(samples);
        return wav.array();
    }

    private static byte[] name(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }
}
