package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.console.leader.Meter;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.sms.LineContract;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.LineDays.LineDay;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.LineCheck;
import vn.mscore.hotline.watch.LineChecks;

/** Gathers what the page of lines shows. */
@Singleton
public class LinesReading {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int BEST_SIGNAL = 31;
    private static final int FAIR_SIGNAL = 10;
    private static final int GOOD_SIGNAL = 15;
    private static final int FULL = 70;
    private static final int ALARMS = 8;
    private static final String PROMPTS = "/prompts/vi/prompts.tsv";

    private final SmsLines lines;
    private final SmsFigures figures;
    private final LineDays days;
    private final LineContract contract;
    private final LineChecks checks;
    private final AlarmBoard board;
    private final InTransaction transaction;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public LinesReading(
            SmsLines lines,
            SmsFigures figures,
            LineDays days,
            LineContract contract,
            LineChecks checks,
            AlarmBoard board,
            InTransaction transaction,
            Clock clock) {
        this.lines = lines;
        this.figures = figures;
        this.days = days;
        this.contract = contract;
        this.checks = checks;
        this.board = board;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A line as it is shown.
     *
     * @param tone ok, soon or late
     * @param signalWord key of a word, empty when unknown
     * @param simFull whether the storage is nearly full
     * @param last when it last took in something, empty when not within a week
     */
    public record Row(
            LineState state,
            String tone,
            String signalWord,
            Meter signal,
            Meter sim,
            boolean simFull,
            LineDay day,
            String last,
            boolean hasBalance,
            LineProof proof) {}

    /** The page: minutes are -1 where nothing waits. */
    public record View(
            List<AlarmRow> alarms,
            List<Row> rows,
            long unsentMinutes,
            long unreadMinutes,
            long waiting,
            long unknown,
            long failed,
            long expired,
            long poison,
            long quarantined,
            boolean prompts,
            String at) {}

    View now(Language language) {
        Instant now = clock.instant();
        Instant midnight = LocalDate.ofInstant(now, VIETNAM).atStartOfDay().toInstant(VIETNAM);
        Map<String, LineDay> today = transaction.call(() -> days.since(midnight)).stream()
                .collect(Collectors.toMap(LineDay::line, Function.identity()));
        SmsFigures.Figures mail = figures.now();
        Figures words = new Figures(language);
        Map<String, LineCheck> proofs =
                checks.all().stream().collect(Collectors.toMap(LineCheck::line, Function.identity()));
        return new View(
                board.latest(ALARMS).stream()
                        .map(alarm -> AlarmRow.of(alarm, words))
                        .toList(),
                lines.all().stream()
                        .filter(line -> proofs.containsKey(line.name()))
                        .map(line -> row(
                                line,
                                today,
                                LineProof.of(proofs.get(line.name()), told(line, mail), now, words),
                                words))
                        .toList(),
                minutes(mail.oldestUnsent(), now),
                minutes(mail.oldestUnread(), now),
                mail.outbox().getOrDefault("NEW", 0L),
                mail.outbox().getOrDefault("UNKNOWN", 0L),
                mail.outbox().getOrDefault("FAILED", 0L),
                transaction.call(() -> days.expiredAnswers(midnight)),
                mail.poison(),
                mail.quarantined(),
                LinesReading.class.getResource(PROMPTS) != null,
                words.time(now));
    }

    private LineProof.Told told(SmsLine line, SmsFigures.Figures mail) {
        return new LineProof.Told(
                mail.lines().stream()
                        .filter(figure -> figure.line().equals(line.name()))
                        .findFirst(),
                Optional.ofNullable(mail.oldestByLine().get(line.name())),
                contract.dong(line));
    }

    private static long minutes(Optional<Instant> since, Instant now) {
        return since.map(from -> Figures.minutes(from, now)).orElse(-1L);
    }

    private static Row row(SmsLine line, Map<String, LineDay> today, LineProof proof, Figures words) {
        LineState state = line.state();
        LineDay day = today.getOrDefault(line.name(), new LineDay(line.name(), 0, 0, Optional.empty()));
        int fill = state.simSize() == 0 ? 0 : 100 * state.simUsed() / state.simSize();
        return new Row(
                state,
                tone(state.status()),
                signalWord(state),
                Meter.of(state.signal().orElse(0), BEST_SIGNAL),
                Meter.of(state.simUsed(), Math.max(1, state.simSize())),
                fill >= FULL,
                day,
                day.lastReceived().map(words::time).orElse(""),
                line.ussd().isPresent(),
                proof);
    }

    private static String tone(LineState.Status status) {
        return switch (status) {
            case READY -> "ok";
            case STARTING -> "soon";
            case STANDBY -> "none";
            case LOST, BLOCKED -> "late";
        };
    }

    private static String signalWord(LineState state) {
        if (state.signal().isEmpty()) {
            return "";
        }
        int signal = state.signal().getAsInt();
        return signal < FAIR_SIGNAL ? "lines.weak" : signal < GOOD_SIGNAL ? "lines.fair" : "lines.good";
    }
}
