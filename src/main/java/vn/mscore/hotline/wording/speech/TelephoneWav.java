package vn.mscore.hotline.wording.speech;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Makes a file of a synthesiser fit for the telephone: 8 kHz, quiet ends cut, peak at -3 dB. Pure. */
final class TelephoneWav {
    /** 20 zero crossings of the filter on each side. */
    private static final int CROSSINGS = 20;
    /** Of half the new rate: 3.6 kHz. */
    private static final double PASS = 0.9;

    private static final double TINY = 1e-9;
    private static final int QUIET = 160;
    private static final double PEAK = 23_197;
    private static final int BEFORE = Wav.RATE / 50;
    private static final int AFTER = Wav.RATE * 15 / 100;

    private TelephoneWav() {}

    /** The sound; empty when {@code file} is no 16 bit mono WAV or silent. */
    static Optional<byte[]> of(byte[] file) {
        return Wav.header(file)
                .filter(header -> header.codec() == 1 && header.channels() == 1 && header.bits() == 16)
                .filter(header -> header.rate() >= Wav.RATE)
                .flatMap(header -> loud(resampled(Wav.samples(file, header), header.rate())))
                .map(samples -> new Wav(samples).bytes());
    }

    /** Windowed-sinc interpolation, low-pass below the new half rate (Smith, Digital Audio Resampling). */
    static double[] resampled(short[] in, int rate) {
        double step = (double) rate / Wav.RATE;
        int reach = (int) Math.ceil(CROSSINGS * step / PASS);
        int phases = Wav.RATE
                / BigInteger.valueOf(rate).gcd(BigInteger.valueOf(Wav.RATE)).intValue();
        double[][] kernels = new double[phases][];
        Arrays.setAll(kernels, phase -> kernel(phase * step % 1, PASS / step, reach));
        double[] out = new double[(int) (in.length / step)];
        for (int n = 0; n < out.length; n++) {
            int centre = (int) ((long) n * rate / Wav.RATE);
            double[] kernel = kernels[n % phases];
            for (int k = Math.max(-reach, -centre); k <= reach && centre + k < in.length; k++) {
                out[n] += in[centre + k] * kernel[k + reach];
            }
        }
        return out;
    }

    /** The filter for a sample that lies {@code fraction} after one of the input's. */
    private static double[] kernel(double fraction, double cut, int reach) {
        double[] kernel = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            double distance = k - fraction;
            double x = Math.PI * distance * cut;
            double sinc = Math.abs(x) < TINY ? 1 : Math.sin(x) / x;
            kernel[k + reach] = cut * sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / (reach + 1)));
        }
        return kernel;
    }

    private static Optional<short[]> loud(double... samples) {
        int from = 0;
        int to = samples.length;
        while (from < to && Math.abs(samples[from]) < QUIET) {
            from++;
        }
        while (to > from && Math.abs(samples[to - 1]) < QUIET) {
            to--;
        }
        double peak = Arrays.stream(samples).map(Math::abs).max().orElse(0);
        if (from == to || peak < QUIET) {
            return Optional.empty();
        }
        short[] out = new short[BEFORE + to - from + AFTER];
        for (int i = from; i < to; i++) {
            out[BEFORE + i - from] = (short) Math.round(samples[i] * PEAK / peak);
        }
        return Optional.of(out);
    }
}
