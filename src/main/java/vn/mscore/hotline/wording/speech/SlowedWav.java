package vn.mscore.hotline.wording.speech;

/**
 * Speaks slower without speaking lower: short windows are laid further apart, each shifted to where it fits the wave before
 * it best (Verhelst and Roelands 1993, waveform similarity overlap-add).
 */
final class SlowedWav {
    /** 32 ms: two periods of a low voice. */
    private static final int WINDOW = 256;

    private static final int HOP = WINDOW / 2;
    /** 10 ms, one period of a low voice. */
    private static final int SEARCH = 80;

    private final double tempo;

    /** {@code tempo} 0.8 makes one second into one and a quarter. */
    SlowedWav(double tempo) {
        this.tempo = tempo;
    }

    /** The same words, slower. */
    Wav of(Wav wav) {
        short[] in = wav.samples();
        if (in.length < 2 * WINDOW) {
            return wav;
        }
        float[] out = new float[(int) (in.length / tempo) + WINDOW];
        int expected = 0;
        int written = 0;
        while (written + WINDOW < out.length) {
            int ideal = (int) (written * tempo);
            if (ideal + WINDOW + SEARCH >= in.length) {
                break;
            }
            int from = written == 0 ? 0 : best(in, expected, ideal);
            for (int i = 0; i < WINDOW; i++) {
                out[written + i] += in[from + i] * hann(i);
            }
            expected = from + HOP;
            written += HOP;
        }
        return new Wav(rounded(out, written + HOP));
    }

    /** Where around {@code ideal} the wave is most like what would have come next. */
    private static int best(short[] in, int expected, int ideal) {
        int best = ideal;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = Math.max(0, ideal - SEARCH); at <= ideal + SEARCH; at += 2) {
            double alike = 0;
            for (int i = 0; i < HOP && expected + i < in.length; i += 2) {
                alike += (double) in[at + i] * in[expected + i];
            }
            if (alike > most) {
                most = alike;
                best = at;
            }
        }
        return best;
    }

    private static float hann(int i) {
        return (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
    }

    private static short[] rounded(float[] out, int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(out[i])));
        }
        return samples;
    }
}
