package vn.mscore.hotline.console.admin;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.watch.LineCheck;

/**
 * What tells whether a line is alive, as the page shows it; empty texts where nothing is known.
 *
 * @param silence office hours since something came in, as {@code 3:20}
 * @param limit office hours after which that is an alarm, empty when never
 * @param silent whether it is one
 * @param probe key of a word: BACK, UNDERWAY, LOST; empty when the line is not probed
 * @param probeAt when it came back, or was sent
 * @param asked whether the SIM has been asked for its balance
 * @param balance in dong
 * @param expires last day of the SIM
 * @param delivered percent of reported parts that arrived
 * @param waits minutes the oldest message or text of this line has waited, -1 when none does
 * @param cost of all parts since start, in dong
 */
public record LineProof(
        String silence,
        String limit,
        boolean silent,
        String probe,
        String probeAt,
        boolean asked,
        String balance,
        String expires,
        String delivered,
        long waits,
        String cost) {
    private static final int MINUTES = 60;

    /** What is told of a line beside its check. */
    record Told(Optional<LineFigures> figures, Optional<Instant> oldest, int dong) {}

    static LineProof of(LineCheck check, Told told, Instant now, Figures words) {
        Optional<LineCheck.Balance> balance = check.balance();
        long parts = told.figures().map(LineFigures::parts).orElse(0L);
        return new LineProof(
                hours(check.silence()),
                check.silenceLimit() == 0 ? "" : hours(check.silenceLimit()),
                check.silent(),
                check.probe().map(LineCheck.Probe::state).orElse(""),
                check.probe()
                        .map(probe -> words.time(probe.back().orElse(probe.sent())))
                        .orElse(""),
                balance.isPresent(),
                balance.filter(kept -> kept.dong().isPresent())
                        .map(kept -> money(kept.dong().getAsInt()))
                        .orElse(""),
                balance.flatMap(LineCheck.Balance::expires).map(words::day).orElse(""),
                told.figures()
                        .map(LineFigures::deliveredPercent)
                        .filter(percent -> percent.isPresent())
                        .map(percent -> Integer.toString(percent.getAsInt()))
                        .orElse(""),
                told.oldest().map(since -> Figures.minutes(since, now)).orElse(-1L),
                money(parts * told.dong()));
    }

    private static String hours(long minutes) {
        return "%d:%02d".formatted(minutes / MINUTES, minutes % MINUTES);
    }

    private static String money(long dong) {
        return String.format(java.util.Locale.GERMANY, "%,d", dong);
    }
}
