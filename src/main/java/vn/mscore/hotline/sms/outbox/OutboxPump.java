package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SpentLines;

/** Sends what is in the outbox: a worker for each line. */
@Singleton
class OutboxPump implements Service, SpentLines {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class.getName());
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long STOP_MILLIS = 8000;

    private final SmsLines lines;
    private final SqlStrays strays;
    private final LineWorker.Tools tools;
    private final InTransaction transactions;
    private final ThreadFactory factory;
    private final Clock clock;
    private final Settings settings;
    private final Map<String, RateGate> gates = new ConcurrentHashMap<>();
    private final List<LineWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Inject
    OutboxPump(
            SmsLines lines,
            SqlOutboxQueue queue,
            SqlStrays strays,
            LineChooser chooser,
            OutboxSignal signal,
            LineCounts counts,
            InTransaction transactions,
            ThreadFactory factory,
            Clock clock,
            Settings settings) {
        this.lines = lines;
        this.strays = strays;
        this.tools = new LineWorker.Tools(queue, chooser, signal, counts, transactions);
        this.transactions = transactions;
        this.factory = factory;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public synchronized void start() {
        tools.chooser().check();
        for (SmsLine line : lines.all()) {
            LineWorker worker = worker(line);
            worker.startHands(factory);
            run(worker, "outbox-" + line.name());
        }
    }

    private void run(LineWorker worker, String name) {
        Thread thread = factory.newThread(worker);
        thread.setName(name);
        thread.start();
        workers.add(worker);
        threads.add(thread);
    }

    /** What a line had in hand when the process that worked it ended is of unknown fate. */
    void taken(@Observes LineTaken fact) {
        RateGate gate = gates.get(fact.line());
        if (gate != null) {
            gate.used(sentToday(fact.line()));
        }
        int inDoubt = strays.disown(fact.line());
        if (inDoubt > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} texts on line {1} may or may not have gone out before this node took it",
                    new Object[] {inDoubt, fact.line()});
        }
    }

    @Override
    public Set<String> spent() {
        return gates.entrySet().stream()
                .filter(gate -> gate.getValue().isSpent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    LineWorker worker(SmsLine line) {
        return new LineWorker(line, gate(line), tools);
    }

    private RateGate gate(SmsLine line) {
        String key = line.settingsKey() + ".pace";
        Pace pace = Pace.parse(settings.text(key).orElse(line.usualPace()))
                .orElseThrow(() -> new Settings.WrongSetting(key, "must read N/min or N/s"));
        int cap = settings.number(line.settingsKey() + ".dailycap", line.usualDailyCap(), 0, Integer.MAX_VALUE);
        RateGate gate = new RateGate(pace, cap, sentToday(line.name()), clock);
        gates.put(line.name(), gate);
        return gate;
    }

    private int sentToday(String line) {
        return transactions.call(() -> strays.sentSince(
                line,
                clock.instant()
                        .atZone(VIETNAM)
                        .toLocalDate()
                        .atStartOfDay(VIETNAM)
                        .toInstant()));
    }

    @Override
    public synchronized void stop() {
        workers.forEach(LineWorker::stop);
        tools.signal().wake();
        long deadline = System.nanoTime() + STOP_MILLIS * 1_000_000;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
        threads.clear();
    }
}
