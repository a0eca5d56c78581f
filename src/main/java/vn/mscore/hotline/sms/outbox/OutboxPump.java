package vn.mscore.hotline.sms.outbox;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;

/** Sends what is in the outbox: a worker for each line. */
@Singleton
class OutboxPump implements Service {
    private static final Logger LOG = Logger.getLogger(OutboxPump.class.getName());
    private static final long STOP_MILLIS = 8000;

    private final SmsLines lines;
    private final SqlStrays strays;
    private final LineWorker.Tools tools;
    private final ThreadFactory factory;
    private final LineGates gates;
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
            LineGates gates) {
        this.lines = lines;
        this.strays = strays;
        this.tools = new LineWorker.Tools(queue, chooser, signal, counts, transactions);
        this.factory = factory;
        this.gates = gates;
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
        // A start that fails is made again: no thread runs before every gate is open.
        Map<String, LineWorker> ready = new LinkedHashMap<>();
        lines.all().forEach(line -> ready.put(line.name(), worker(line)));
        ready.forEach((line, worker) -> {
            worker.startHands(factory);
            run(worker, "outbox-" + line);
        });
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
        int inDoubt = strays.disown(fact.line());
        gates.recount(fact.line());
        if (inDoubt > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} texts on line {1} may or may not have gone out before this node took it",
                    new Object[] {inDoubt, fact.line()});
        }
    }

    LineWorker worker(SmsLine line) {
        return new LineWorker(line, gates.open(line), tools);
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
