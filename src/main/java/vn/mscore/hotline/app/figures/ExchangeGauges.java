package vn.mscore.hotline.app.figures;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.ExchangeLink;

/** Offers the figures of the telephone at {@code /metrics}. */
@Singleton
public class ExchangeGauges implements Service {
    private static final int AFTER_THE_LINES = 400;

    private final Instance<MetricRegistry> registry;
    private final Glance glance;
    private final ExchangeLink link;
    private final Scrape scrape;

    /** The registry is looked up at start: only the container has one. */
    @Inject
    public ExchangeGauges(Instance<MetricRegistry> registry, Glance glance, ExchangeLink link, Scrape scrape) {
        this.registry = registry;
        this.glance = glance;
        this.link = link;
        this.scrape = scrape;
    }

    @Override
    public int order() {
        return AFTER_THE_LINES;
    }

    @Override
    public void start() {
        gauge("hotline_exchange_up", () -> link.state().status() == ExchangeLink.Status.UP ? 1 : 0);
        gauge("hotline_waiting_callers", () -> scrape.waiting(WaitingLine.Length::waiting));
        gauge("hotline_oldest_wait_seconds", () -> scrape.waiting(line -> glance.age(line.oldest())));
        gauge("hotline_open_call_orders", scrape::orders);
    }

    private void gauge(String name, Supplier<Number> value) {
        registry.get().gauge(name, value);
    }

    @Override
    public void stop() {}
}
