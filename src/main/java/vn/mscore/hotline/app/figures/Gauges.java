package vn.mscore.hotline.app.figures;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.sms.LineContract;
import vn.mscore.hotline.sms.SmsFigures.Figures;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.spool.SmsSpool;

/** Offers the figures of the mail and of every line at {@code /metrics}. */
@Singleton
public class Gauges implements Service {
    private static final int AFTER_THE_LINES = 400;
    private static final String LATER = "sms.reply-later";

    private final Instance<MetricRegistry> registry;
    private final Glance glance;
    private final Alarms alarms;
    private final DatabaseAlarm database;
    private final SmsLines lines;
    private final SmsSpool spool;
    private final LineContract contract;
    private final Scrape scrape;

    /** The registry is looked up at start: only the container has one. */
    @Inject
    public Gauges(
            Instance<MetricRegistry> registry,
            Glance glance,
            Alarms alarms,
            DatabaseAlarm database,
            SmsLines lines,
            SmsSpool spool,
            LineContract contract,
            Scrape scrape) {
        this.registry = registry;
        this.glance = glance;
        this.alarms = alarms;
        this.database = database;
        this.lines = lines;
        this.spool = spool;
        this.contract = contract;
        this.scrape = scrape;
    }

    @Override
    public int order() {
        return AFTER_THE_LINES;
    }

    @Override
    public void start() {
        MetricRegistry board = registry.get();
        for (String state : List.of("NEW", "POISON")) {
            gauge(
                    "hotline_inbox",
                    () -> scrape.mail(now -> now.inbox().getOrDefault(state, 0L)),
                    new Tag("state", state));
        }
        for (String state : List.of("NEW", "SENDING", "UNKNOWN", "FAILED", "EXPIRED")) {
            gauge(
                    "hotline_outbox",
                    () -> scrape.mail(now -> now.outbox().getOrDefault(state, 0L)),
                    new Tag("state", state));
        }
        gauge("hotline_oldest_unread_seconds", () -> scrape.mail(now -> glance.age(now.oldestUnread())));
        gauge("hotline_oldest_unsent_seconds", () -> scrape.mail(now -> glance.age(now.oldestUnsent())));
        gauge("hotline_open_long_messages", () -> scrape.mail(Figures::openSets));
        gauge("hotline_quarantined", () -> scrape.mail(Figures::quarantined));
        gauge("hotline_sms_spool", spool::size);
        gauge("hotline_sms_spool_aside", spool::putAside);
        gauge("hotline_machine_messages", () -> scrape.mail(Figures::machines));
        gauge("hotline_refusals", () -> scrape.refusals().entrySet().stream()
                .filter(refusal -> !refusal.getKey().equals(LATER))
                .mapToLong(Map.Entry::getValue)
                .sum());
        gauge("hotline_put_off", () -> scrape.refusals().getOrDefault(LATER, 0L));
        for (Alarms.Kind kind : Alarms.Kind.values()) {
            gauge("hotline_alarm", () -> alarms.level(kind), new Tag("kind", AlarmLevels.label(kind)));
        }
        gauge("hotline_alarm", database::level, new Tag("kind", "database-away"));
        lines.all().forEach(line -> new LineGauges(board, glance, line, contract.dong(line), scrape).register());
    }

    private void gauge(String name, Supplier<Number> value, Tag... tags) {
        registry.get().gauge(name, value, tags);
    }

    @Override
    public void stop() {}
}
