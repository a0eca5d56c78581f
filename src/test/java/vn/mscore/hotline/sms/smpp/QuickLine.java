package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A line {@code op} with short pauses. */
final class QuickLine {
    private static final Pauses QUICK =
            new Pauses(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(400));

    private QuickLine() {}

    /** To the centre at {@code address}, with {@code more} settings; not started. */
    static SmppLine to(String address, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("hotline.sms.smpp", "op=" + address);
        all.putIfAbsent("hotline.sms.smpp.op.password", "geheim");
        SmppSettings read =
                SmppSettings.read(key -> Optional.ofNullable(all.get(key))).get(0);
        return new SmppLine(
                new SmppSettings(
                        read.name(),
                        read.address(),
                        read.password(),
                        read.sender(),
                        read.systemType(),
                        read.alphabet(),
                        read.ids(),
                        read.sar(),
                        read.trust(),
                        QUICK),
                Executors.defaultThreadFactory());
    }
}
