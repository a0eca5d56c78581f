package vn.mscore.hotline.app.figures;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.watch.LineCheck;

/** The gauges of one line, labelled by its name. */
record LineGauges(MetricRegistry registry, Glance glance, SmsLine line, int dong, Scrape scrape) {
    void register() {
        gauge("hotline_line_ready", () -> line.state().status() == LineState.Status.READY ? 1 : 0);
        gauge("hotline_line_signal", () -> line.state().signal().orElse(-1));
        gauge("hotline_line_sim_used", () -> line.state().simUsed());
        gauge("hotline_line_sim_size", () -> line.state().simSize());
        count("hotline_line_received", LineFigures::received);
        count("hotline_line_duplicates", LineFigures::duplicates);
        count("hotline_line_sent", LineFigures::sent);
        count("hotline_line_parts", LineFigures::parts);
        count("hotline_line_retries", LineFigures::retries);
        count("hotline_line_unknown", LineFigures::unknown);
        count("hotline_line_failed", LineFigures::failed);
        count("hotline_line_delivered", LineFigures::delivered);
        count("hotline_line_undelivered", LineFigures::undelivered);
        count("hotline_line_unasked", LineFigures::unasked);
        gauge("hotline_line_delivered_percent", () -> figures()
                .map(LineFigures::deliveredPercent)
                .orElse(OptionalInt.empty())
                .orElse(-1));
        gauge("hotline_line_status", () -> line.state().status().ordinal());
        gauge("hotline_line_cost_dong", () -> figures().map(LineFigures::parts).orElse(0L) * dong);
        gauge(
                "hotline_line_oldest_seconds",
                () -> scrape.mail(
                        now -> glance.age(Optional.ofNullable(now.oldestByLine().get(line.name())))));
        check("hotline_line_silence_minutes", check -> (int) check.silence());
        check(
                "hotline_line_probe_lost",
                check -> check.probe().filter(LineCheck.Probe::lost).isPresent() ? 1 : 0);
        check("hotline_line_balance_dong", check -> check.balance()
                .map(balance -> balance.dong().orElse(-1))
                .orElse(-1));
    }

    private void check(String name, ToIntFunction<LineCheck> figure) {
        gauge(name, () -> scrape.check(line.name()).map(figure::applyAsInt).orElse(-1));
    }

    private Optional<LineFigures> figures() {
        return scrape.line(line.name());
    }

    private void count(String name, ToLongFunction<LineFigures> figure) {
        gauge(name, () -> figures().map(figure::applyAsLong).orElse(0L));
    }

    private void gauge(String name, java.util.function.Supplier<Number> value) {
        registry.gauge(name, value, new Tag("line", line.name()));
    }
}
