package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** One open port from the first AT to its loss: takes what comes, sends what is asked, looks around when idle. */
final class ModemSession {
    private static final Logger LOG = Logger.getLogger(ModemSession.class.getName());
    private static final Pattern STORED = Pattern.compile("\"?([A-Z]{2})\"?\\s*,\\s*(\\d{1,5})");
    private static final Set<String> DIRECT = Set.of("+CMT", "+CDS");
    private static final int NOW = 0;
    private static final int HEARTBEAT = 20;
    private static final int LOOK_AROUND = 60;
    private static final int SEARCHING = 5;
    private static final int SOON = 1;
    private static final int MOST_DOUBLINGS = 6;
    private static final int RESET = 10;

    private final ModemSettings settings;
    private final ErrorCodes codes;
    private final AtDialogue at;
    private final Reception reception;
    private final LineBoard board;
    private final SimGuard guard;
    private final ModemStart starter;
    private final Network network;
    private final Alarm heartbeat = new Alarm();
    private final Alarm search = new Alarm();
    private final Alarm sweep = new Alarm();
    private ModemStart.Identity identity;
    private SimStore store;
    private Submitter submitter;
    private MissedCalls calls;
    private boolean acknowledges;
    private boolean simChanged;
    private boolean restarted;
    private int deaf;

    /** What outlives a session. */
    record Home(ModemSettings settings, ErrorCodes codes, Reception reception, LineBoard board, SimGuard guard) {}

    ModemSession(Home home, AtWire wire) {
        this.settings = home.settings();
        this.codes = home.codes();
        this.reception = home.reception();
        this.board = home.board();
        this.guard = home.guard();
        this.at = new AtDialogue(wire, codes, settings.patience());
        this.starter = new ModemStart(at, settings, guard);
        this.network = new Network(at);
    }

    /** After several failed starts; only ever to a modem that answers. */
    void resetModem() {
        at.resync();
        LOG.log(Level.WARNING, "line {0}: resetting the modem", settings.name());
        at.command("ATZ", RESET);
    }

    /** After many failed starts. The device usually leaves the bus and comes back, so the port is given up. */
    void restartModem() {
        at.resync();
        at.command("AT+CFUN=1,1", RESET);
        throw new PortLost("the modem was started again after many failures");
    }

    /** Brings the modem up and empties its storages. */
    void start() {
        restarted = false;
        board.show(Status.STARTING, "asking the modem who it is");
        identity = starter.run();
        // All that a modem says while it starts is one start.
        at.forgetRestarts();
        boolean receives = starter.reception(identity.quirks());
        reception.simIdentity(identity.imsi().isEmpty() ? guard.last().orElse("") : identity.imsi());
        store = new SimStore(at, reception, board, identity.quirks());
        submitter = new Submitter(at, codes, settings.submitLimit());
        calls = new MissedCalls(at, reception, identity.quirks());
        acknowledges = starter.wantsAcknowledgements();
        checkSim();
        store.discover();
        lookAround();
        sweepNow(receives);
    }

    /** Works until {@code stopping} or until the port is lost. */
    void run(Queue<OwnerTask<?>> tasks, BooleanSupplier stopping) {
        boolean idle = false;
        while (!stopping.getAsBoolean()) {
            boolean heard = hear(idle ? nextChore() : Duration.ZERO);
            if (restarted) {
                start();
            }
            boolean worked = work(tasks.poll());
            chores();
            idle = !heard && !worked;
        }
    }

    private boolean hear(Duration limit) {
        Unsolicited event = at.event(limit);
        if (event != null) {
            heard(event);
        }
        return event != null;
    }

    private boolean work(OwnerTask<?> task) {
        if (task != null) {
            run(task);
        }
        return task != null;
    }

    private void run(OwnerTask<?> task) {
        task.run(this);
        heartbeat.in(HEARTBEAT);
        if (submitter.lost() != null) {
            throw submitter.lost();
        }
        if (submitter.simTrouble()) {
            sweep.in(NOW);
        }
    }

    /** Asked while the line was ready; it may have got another SIM since. */
    SendOutcome send(Submission sms) {
        return board.status() == Status.READY
                ? submitter.send(sms)
                : new SendOutcome(SendOutcome.Result.RETRY, List.of(), "line not ready");
    }

    Optional<String> balance() {
        return new Balance(at, identity.quirks(), settings.balanceCode()).ask();
    }

    private void heard(Unsolicited event) {
        switch (event.name()) {
            case "+CMTI", "+CDSI" -> announced(event);
            case "+CMT", "+CDS" -> direct(event);
            case "RING", "+CRING" -> calls.rings();
            case "+CLIP" -> calls.caller(event.value());
            case "+CREG" -> registration(event.value());
            default -> restarted |= event.restarted();
        }
    }

    private void registration(String value) {
        network.heard(value);
        show();
    }

    private void announced(Unsolicited event) {
        Matcher place = STORED.matcher(event.value());
        if (reception.resting() || !place.matches()) {
            sweep.sooner(SOON);
        } else if (!taken(event, place.group(1), Integer.parseInt(place.group(2)))) {
            sweep.sooner(SOON);
        }
    }

    /** Some modems announce a report in SM and keep it in SR. */
    private boolean taken(Unsolicited event, String storage, int index) {
        try {
            return store.take(storage, index) || (event.name().equals("+CDSI") && store.take("SR", index));
        } catch (SimStore.WrongMode e) {
            return false;
        }
    }

    /** A message without a copy on the SIM. One in text mode is kept for a person, and the modem told again. */
    private void direct(Unsolicited event) {
        boolean stored = reception.direct(content(event));
        if (event.textMode()) {
            sweep.in(NOW);
        } else if (stored && acknowledges && reception.trusts(event)) {
            at.command("AT+CNMA");
        } else if (acknowledges) {
            // Without its acknowledgement a modem delivers nothing more until it is told to.
            sweep.sooner(SOON);
        }
    }

    private static String content(Unsolicited event) {
        boolean octets = !event.textMode() && !event.pdu().isEmpty();
        return octets ? event.pdu() : (event.value() + "\n" + event.pdu()).strip();
    }

    /** At the end, for whatever reason: what came without a copy on the SIM and was not looked at yet. */
    void salvage() {
        for (Unsolicited event = at.left(); event != null; event = at.left()) {
            if (DIRECT.contains(event.name())) {
                reception.direct(content(event));
            }
        }
        reception.keepOnDisk();
    }

    private void chores() {
        if (reception.away() && !reception.resting()) {
            reception.tryAgain();
            sweep.in(NOW);
        }
        if (sweep.due()) {
            boolean receives = starter.reception(identity.quirks());
            store.discover();
            sweepNow(receives);
        }
        if (search.due()) {
            checkSim();
            lookAround();
        }
        if (heartbeat.due()) {
            beat();
        }
    }

    private void beat() {
        if (at.command("AT").silent()) {
            at.resync();
        }
        heartbeat.in(HEARTBEAT);
    }

    /** Again soon while nothing tells of new messages yet, and less often the longer that lasts. */
    private void sweepNow(boolean receives) {
        sweep.in(settings.sweepEvery());
        deaf = receives ? 0 : Math.min(deaf + 1, MOST_DOUBLINGS);
        if (deaf > 0) {
            sweep.sooner(SEARCHING << (deaf - 1));
        }
        try {
            store.sweep();
        } catch (SimStore.WrongMode e) {
            LOG.log(Level.WARNING, "line {0}: {1}", new Object[] {settings.name(), e.getMessage()});
            sweep.sooner(SOON);
        }
        if (reception.away()) {
            sweep.inNanos(reception.restNanos());
        }
        show();
    }

    private void lookAround() {
        network.ask();
        board.signal(network.signal());
        search.in(network.registered() ? LOOK_AROUND : SEARCHING);
        heartbeat.in(HEARTBEAT);
        show();
    }

    /** A person confirms another SIM by deleting the file that names the old one. */
    private void checkSim() {
        simChanged = !identity.imsi().isEmpty() && !guard.known(identity.imsi());
    }

    private void show() {
        if (simChanged) {
            String confirm = "another SIM than before: nothing is sent until " + guard.imsiFile() + " is deleted";
            board.show(Status.BLOCKED, confirm);
        } else {
            String stuck = reception.away() ? "; storing fails, messages stay on the SIM" : "";
            board.show(network.status(), network.describe() + stuck);
        }
    }

    private Duration nextChore() {
        long nanos = Math.min(Math.min(sweep.nanos(), search.nanos()), heartbeat.nanos());
        return Duration.ofNanos(reception.away() ? Math.min(nanos, reception.restNanos()) : nanos);
    }

    /** A moment to do something at. */
    private final class Alarm {
        private long at = System.nanoTime();

        void in(int seconds) {
            inNanos(settings.patience().seconds(seconds).toNanos());
        }

        /** At the latest then: what asks again and again must not put it off. */
        void sooner(int seconds) {
            inNanos(Math.min(nanos(), settings.patience().seconds(seconds).toNanos()));
        }

        void inNanos(long nanos) {
            at = System.nanoTime() + nanos;
        }

        boolean due() {
            return nanos() == 0;
        }

        long nanos() {
            return Math.max(0, at - System.nanoTime());
        }
    }
}
