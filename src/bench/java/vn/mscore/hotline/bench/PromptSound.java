package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How a prompt (WAV, 8 kHz, 16 bit) is known on the line: Asterisk sends silence while it waits for keys, so a prompt begins
 * {@code lead} packets before its first one that is not silent, {@code loud} in G.711 u-law.
 */
record PromptSound(int lead, byte[] loud) {
    private static final int HEADER = 44;
    private static final int SAMPLES = 160;
    private static final int SILENT = 4;
    private static final int BIAS = 0x84;
    /** Of the samples; the rounding of the encoder is its own. */
    private static final double ALIKE = 0.7;

    /** Reads the prompt. */
    static PromptSound of(Path wav) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        file.position(HEADER);
        int lead = 0;
        short[] packet = next(file);
        while (!isLoud(packet)) {
            lead++;
            packet = next(file);
        }
        byte[] loud = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            loud[i] = encode(packet[i]);
        }
        return new PromptSound(lead, loud);
    }

    private static short[] next(ByteBuffer file) {
        short[] packet = new short[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            packet[i] = file.getShort();
        }
        return packet;
    }

    private static boolean isLoud(short[] packet) {
        int loud = 0;
        for (short sample : packet) {
            loud += Math.abs(sample) >= SILENT * SILENT ? 1 : 0;
        }
        return loud > SAMPLES / 2;
    }

    /** ITU-T G.711, table 2a. */
    private static byte encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), 32_635) + BIAS;
        int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    /** Whether a packet's sound, from {@code begin} on, is the first loud one of this prompt. */
    boolean isIn(byte[] packet, int begin) {
        byte[] sound = Arrays.copyOfRange(packet, begin, begin + SAMPLES);
        int same = 0;
        for (int i = 0; i < SAMPLES; i++) {
            same += sound[i] == loud[i] ? 1 : 0;
        }
        return same >= ALIKE * SAMPLES;
    }
}
