package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.pdu.OctetText;

/** A line {@code op} with short pauses. */
public final class QuickLine {
    private static final Pauses QUICK = new Pauses(
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(20));

    /** As {@link #QUICK}, but no proof that our answers were heard is asked for while a test runs. */
    private static final Pauses UNASKED = new Pauses(
            Duration.ofSeconds(3),
            Duration.ofMinutes(2),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(20));

    private QuickLine() {}

    /** The same for other rooms' tests: to the centre at {@code address}; not started. */
    public static SmsLine at(String address) {
        return to(address, Map.of());
    }

    /** To the centre at {@code address}, with {@code more} settings; not started. */
    static SmppLine to(String address, Map<String, String> more) {
        return line(settings(address, more), new LineCounts(), Executors.defaultThreadFactory());
    }

    /** As {@link #to}; the centre is not asked for a proof that it heard our answers. */
    static SmppLine unasked(String address) {
        SmppSettings read = settings(address, Map.of());
        SmppSettings patient = with(read, read.alphabet(), UNASKED);
        return line(patient, new LineCounts(), Executors.defaultThreadFactory());
    }

    /** As {@link #to}, counting in {@code counts}. */
    static SmppLine counted(String address, LineCounts counts) {
        return line(settings(address, Map.of()), counts, Executors.defaultThreadFactory());
    }

    /** As {@link #to}, with a fault in it: reading a text in the centre's default alphabet throws. */
    static SmppLine faulty(String address) {
        SmppSettings broken = with(settings(address, Map.of()), null, QUICK);
        return line(broken, new LineCounts(), Executors.defaultThreadFactory());
    }

    /** As {@link #to}, with threads from elsewhere. */
    static SmppLine threaded(String address, ThreadFactory threads) {
        return line(settings(address, Map.of()), new LineCounts(), threads);
    }

    static SmppSettings settings(String address, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("hotline.sms.smpp", "op=" + address);
        all.putIfAbsent("hotline.sms.smpp.op.password", "geheim");
        SmppSettings read =
                SmppSettings.read(key -> Optional.ofNullable(all.get(key))).get(0);
        return with(read, read.alphabet(), QUICK);
    }

    private static SmppSettings with(SmppSettings read, OctetText.Kind alphabet, Pauses pauses) {
        return new SmppSettings(
                read.name(),
                read.address(),
                read.password(),
                read.sender(),
                read.systemType(),
                alphabet,
                read.ids(),
                read.sar(),
                read.form(),
                read.trust(),
                pauses);
    }

    private static SmppLine line(SmppSettings read, LineCounts counts, ThreadFactory threads) {
        return new SmppLine(read, threads, counts, Clock.systemUTC());
    }
}
