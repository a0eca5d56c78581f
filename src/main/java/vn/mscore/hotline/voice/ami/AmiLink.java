package vn.mscore.hotline.voice.ami;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.ExchangeLink;

/**
 * The one link that listens to the exchange: logs in, reads the whole state, seats the operators, asks for a sign of life
 * every few seconds so that a half-dead connection is noticed (P13), and begins anew after every loss (P11).
 */
@Singleton
class AmiLink implements Service, ExchangeLink {
    /** The exchange's account that listens; its secret is a file of this name. */
    static final String SECRET = "ami-secret";

    private static final Logger LOG = Logger.getLogger(AmiLink.class.getName());
    private static final String USER = "hotline";
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final long STOP_MILLIS = 8000;

    private final AmiSettings settings;
    private final SecretFiles secrets;
    private final AmiEvents events;
    private final SqlExchangeState wanted;
    private final InTransaction transaction;
    private final OwnThread thread;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile State state;

    @Inject
    AmiLink(
            Settings settings,
            SecretFiles secrets,
            AmiEvents events,
            SqlExchangeState wanted,
            InTransaction transaction,
            ThreadFactory factory,
            Clock clock) {
        this.settings = AmiSettings.from(settings);
        this.secrets = secrets;
        this.events = events;
        this.wanted = wanted;
        this.transaction = transaction;
        this.thread = new OwnThread(factory, "ami");
        this.clock = clock;
        this.state = new State(Status.OFF, clock.instant(), "there is no exchange");
    }

    /** Fact of this room: who shall ring has changed. */
    record SeatsMoved() {}

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsMoved fact) {
        wake.release();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public synchronized void start() {
        if (settings.wanted()) {
            running = true;
            become(Status.DOWN, "not connected yet");
            thread.start(this::work);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake.release();
        thread.join(STOP_MILLIS);
    }

    private void work() {
        Backoff pause = new Backoff();
        try {
            while (running) {
                attempt(pause);
                if (running) {
                    wake.tryAcquire(pause.next().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Backoff pause) throws InterruptedException {
        try (SafeAmi session = SafeAmi.open(settings.as(USER, secrets, SECRET), events::put)) {
            look(session);
            pause.reset();
            become(Status.UP, "connected");
            attend(session);
            become(Status.DOWN, running ? "the connection was lost" : "stopped");
        } catch (AmiOutage e) {
            pause.patient(e.refused());
            become(Status.DOWN, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            become(Status.DOWN, "a fault of ours");
            LOG.log(Level.SEVERE, "the link to the exchange begins anew", e);
        }
    }

    private void attend(SafeAmi session) throws AmiOutage, InterruptedException {
        Instant next = clock.instant().plus(LOOK);
        while (running && session.standing()) {
            boolean woken = wake.tryAcquire(SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
            session.ping();
            if (woken || events.missedSome() || !clock.instant().isBefore(next)) {
                look(session);
                next = clock.instant().plus(LOOK);
            }
        }
    }

    /** Reads the state, hands it on and seats whoever is missing. */
    private void look(SafeAmi session) throws AmiOutage {
        wake.drainPermits();
        ExchangePicture picture = session.picture(clock.instant());
        events.put(picture);
        List<String> shall;
        try {
            shall = transaction.call(wanted::seats);
        } catch (RuntimeException e) {
            if (!SqlFailure.isPassing(e)) {
                throw e;
            }
            return;
        }
        for (String device : shall) {
            if (!picture.seats().contains(device)) {
                session.seat(new AmiWord(device));
            }
        }
        for (String device : picture.seats()) {
            if (!shall.contains(device)) {
                session.unseat(new AmiWord(device));
            }
        }
    }

    private void become(Status status, String detail) {
        State before = state;
        if (before.status() != status || !before.detail().equals(detail)) {
            Instant since = before.status() == status ? before.since() : clock.instant();
            state = new State(status, since, detail);
            LOG.log(status == Status.UP ? Level.INFO : Level.WARNING, "link to the exchange: {0}", detail);
        }
    }
}
