package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.LineContract;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;

/** The orders of all lines, read and checked once the lines are known. */
@Singleton
public class WatchOrders implements Service {
    private static final int AFTER_THE_LINES = 205;

    private final Settings settings;
    private final SmsLines lines;
    private final LineContract contract;
    private final LocalTime probeAt;
    private final Duration probeLimit;
    private final Map<String, WatchOrder> known = new ConcurrentHashMap<>();

    /** Joined by CDI. */
    @Inject
    WatchOrders(Settings settings, SmsLines lines, LineContract contract) {
        this.settings = settings;
        this.lines = lines;
        this.contract = contract;
        this.probeAt = probeAt(settings);
        this.probeLimit = Duration.ofMinutes(settings.number("hotline.sms.probe.minutes", 15, 1, 1440));
    }

    WatchOrder of(SmsLine line) {
        return known.computeIfAbsent(line.settingsKey(), key -> WatchOrder.read(settings, key));
    }

    /** From which local time of the day lines are probed and SIMs are asked. */
    LocalTime probeAt() {
        return probeAt;
    }

    private static LocalTime probeAt(Settings settings) {
        String key = "hotline.sms.probe.at";
        String text = settings.text(key).orElse("06:30");
        Settings.WrongSetting.unless(text.matches("([01]\\d|2[0-3]):[0-5]\\d"), key, "must be a time such as 06:30");
        return LocalTime.parse(text);
    }

    /** How long a probe may take to come back. */
    Duration probeLimit() {
        return probeLimit;
    }

    @Override
    public int order() {
        return AFTER_THE_LINES;
    }

    @Override
    public void start() {
        lines.all().forEach(this::check);
    }

    private void check(SmsLine line) {
        of(line).probe()
                .ifPresent(other -> Settings.WrongSetting.unless(
                        lines.byName(other).flatMap(contract::number).isPresent(),
                        line.settingsKey() + ".probe",
                        "must name a line that has a number"));
    }

    @Override
    public void stop() {}
}
