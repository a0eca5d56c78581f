package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SpentLines;

/** The gate of each line, as its settings say: the one who knows which line has sent all it may today. */
@Singleton
class LineGates implements SpentLines {
    private static final int RESERVE_PERCENT = 20;
    private static final int MOST_PERCENT = 90;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SmsLines lines;
    private final SqlStrays strays;
    private final InTransaction transactions;
    private final Clock clock;
    private final Settings settings;
    private final Map<String, RateGate> gates = new ConcurrentHashMap<>();

    @Inject
    LineGates(SmsLines lines, SqlStrays strays, InTransaction transactions, Clock clock, Settings settings) {
        this.lines = lines;
        this.strays = strays;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** A new gate for {@code line}, which has sent what the outbox says; refuses wrong settings. */
    RateGate open(SmsLine line) {
        String key = line.settingsKey() + ".pace";
        Pace pace = Pace.parse(settings.text(key).orElse(line.usualPace()))
                .orElseThrow(() -> new Settings.WrongSetting(key, "must read N/min or N/s"));
        int cap = settings.number(line.settingsKey() + ".dailycap", line.usualDailyCap(), 0, Integer.MAX_VALUE);
        RateGate gate = new RateGate(pace, DailyCap.of(cap, reserve()), () -> sentToday(line.name()), clock);
        gates.put(line.name(), gate);
        return gate;
    }

    private int reserve() {
        return settings.number("hotline.sms.dailycap.reserve", RESERVE_PERCENT, 0, MOST_PERCENT);
    }

    /** Counts anew what {@code line} has sent today: another node may have worked it. */
    void recount(String line) {
        RateGate gate = gates.get(line);
        if (gate != null) {
            gate.used(sentToday(line));
        }
    }

    /** Whether {@code line} may send nothing more of {@code kind} today, be it on purpose. */
    boolean isSpent(String line, Kind kind) {
        RateGate gate = gates.get(line);
        return gate != null && gate.isSpent(kind);
    }

    /** Whether {@code line} only receives: what belongs to it is for others. */
    boolean neverSends(String line) {
        RateGate gate = gates.get(line);
        return gate != null && gate.neverSends();
    }

    @Override
    public Set<String> spent() {
        return lines.all().stream()
                .filter(line -> line.state().status() != Status.STANDBY && isUsedUp(line.name()))
                .map(SmsLine::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isUsedUp(String line) {
        return Optional.ofNullable(gates.get(line)).filter(RateGate::isUsedUp).isPresent();
    }

    private int sentToday(String line) {
        Instant midnight = clock.instant()
                .atZone(VIETNAM)
                .toLocalDate()
                .atStartOfDay(VIETNAM)
                .toInstant();
        return transactions.call(() -> strays.sentSince(line, midnight));
    }
}
