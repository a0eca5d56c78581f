package vn.mscore.hotline.app.figures;

import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.sms.SmsLine;

/** The gauges of one line, labelled by its name. */
record LineGauges(MetricRegistry registry, Glance glance, SmsLine line) {
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
    }

    private void count(String name, ToLongFunction<LineFigures> figure) {
        gauge(name, () -> glance.now().lines().stream()
                .filter(figures -> figures.line().equals(line.name()))
                .mapToLong(figure)
                .sum());
    }

    private void gauge(String name, java.util.function.Supplier<Number> value) {
        registry.gauge(name, value, new Tag("line", line.name()));
    }
}
