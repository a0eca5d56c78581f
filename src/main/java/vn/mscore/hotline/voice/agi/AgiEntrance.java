package vn.mscore.hotline.voice.agi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.internal.DefaultAgiChannelFactory;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.VoiceCounts;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * The door of the telephone exchange (FastAGI): listens on loopback, knows its peers, gives every connection a thread of its
 * own and never more than the lines there are.
 */
@Singleton
class AgiEntrance implements Service {
    /** The secret file that the dialplan's first argument comes from. */
    static final String SECRET = "agi-secret";

    private static final Logger LOG = Logger.getLogger(AgiEntrance.class.getName());
    // Held, because an unheld logger forgets its level: the library logs a stack trace for every stranger at the door.
    private static final Logger LIBRARY = Logger.getLogger("org.asteriskjava.fastagi");
    static final int SECRET_BYTES = 32;
    private static final int BACKLOG = 200;
    private static final int ORDER = 220;
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final long IDLE_SECONDS = 50;
    private static final long STOP_SECONDS = 8;

    private final AgiSettings settings;
    private final VoiceFolders folders;
    private final SecretFiles secrets;
    private final AgiReception reception;
    private final VoiceCounts counts;
    private final ThreadFactory threads;
    private final WaitingRoom room = new WaitingRoom();
    private final Set<AgiConnection> open = ConcurrentHashMap.newKeySet();
    private final SilenceWatch watch;
    private ServerSocket door;
    private ThreadPoolExecutor pool;
    private AgiReception.Terms terms;

    @Inject
    AgiEntrance(
            Settings settings,
            VoiceFolders folders,
            SecretFiles secrets,
            AgiReception reception,
            VoiceCounts counts,
            ThreadFactory threads) {
        this.settings = AgiSettings.from(settings);
        this.folders = folders;
        this.secrets = secrets;
        this.reception = reception;
        this.counts = counts;
        this.threads = threads;
        this.watch = new SilenceWatch(open, counts);
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean sends() {
        return true;
    }

    /** Where it listens; null while it does not. */
    synchronized InetSocketAddress address() {
        return door == null ? null : (InetSocketAddress) door.getLocalSocketAddress();
    }

    @Override
    public synchronized void start() {
        if (!settings.wanted()) {
            return;
        }
        if (!folders.areSayable()) {
            LOG.severe("no calls are taken: hotline.voice.spool must be at most 160 of letters, digits and _./:@+-");
            return;
        }
        LIBRARY.setLevel(Level.OFF);
        String secret = secrets.findOrMake(SECRET, SECRET_BYTES);
        terms = new AgiReception.Terms(secret, new Semaphore(settings.maxCalls()));
        pool = pool();
        try {
            door = new ServerSocket(settings.port(), BACKLOG, settings.address());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for the exchange on port " + settings.port(), e);
        }
        ServerSocket listening = door;
        Thread porter = threads.newThread(() -> acceptAll(listening));
        porter.setName("agi-door");
        porter.start();
        watch.start(threads);
    }

    private ThreadPoolExecutor pool() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                settings.maxCalls() + WaitingRoom.SEATS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = threads.newThread(work);
                    thread.setName("agi-" + number.incrementAndGet());
                    return thread;
                });
    }

    private void acceptAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                admit(listening.accept());
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                // The guard of this thread: no room for one call must not be the end of all.
                if (!listening.isClosed()) {
                    LOG.log(Level.WARNING, "a connection could not be accepted", e);
                    breathe();
                }
            }
        }
    }

    // Out of file handles, accepting fails at once and again: without a pause this would be a busy loop.
    private static void breathe() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Socket socket) throws IOException {
        if (!settings.peers().contains(socket.getInetAddress())) {
            counts.refused("peer");
            socket.close();
            return;
        }
        AgiConnection connection = connection(socket);
        open.add(connection);
        boolean served = false;
        try {
            room.enter(connection).ifPresent(silent -> {
                counts.refused("silent");
                silent.close();
            });
            pool.execute(() -> serve(connection));
            served = true;
        } catch (RejectedExecutionException e) {
            counts.refused("full");
        } finally {
            if (!served) {
                forget(connection);
            }
        }
    }

    private static AgiConnection connection(Socket socket) throws IOException {
        try {
            return new AgiConnection(socket, REQUEST);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void forget(AgiConnection connection) {
        connection.close();
        room.leave(connection);
        open.remove(connection);
    }

    private void serve(AgiConnection connection) {
        boolean[] introduced = {false};
        AgiScript script = (request, channel) -> {
            room.leave(connection);
            introduced[0] = true;
            SafeAgi agi = new SafeAgi(channel, connection::answerWithin, connection::isCutOff, settings.patience());
            try {
                reception.receive(new CallRequest(request.getRequest()), agi, terms);
            } finally {
                // At once: the library would set a variable of its own after our verdict, and wait for the answer.
                connection.close();
            }
        };
        try {
            new FastAgiConnectionHandler((request, channel) -> script, connection, new DefaultAgiChannelFactory())
                    .run();
        } finally {
            forget(connection);
            if (!introduced[0]) {
                counts.refused("request");
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (door == null) {
            return;
        }
        try {
            door.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the door did not close", e);
        }
        watch.stop();
        open.forEach(AgiConnection::close);
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("calls are still being noted down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        door = null;
    }
}
