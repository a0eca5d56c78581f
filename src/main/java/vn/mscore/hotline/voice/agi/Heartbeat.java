package vn.mscore.hotline.voice.agi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.VoiceCounts;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * Calls our own door every five seconds as the exchange does and, when it is answered and the database can be read, touches
 * a file that the dialplan looks at: an exchange has no time limit for a gateway that hangs, only for a file that grows old
 * (see the note on heartbeats in ivr-scripts).
 */
@Singleton
class Heartbeat implements Service {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final int AFTER_THE_DOOR = 230;
    private static final long EVERY_MILLIS = 5_000;
    private static final int PATIENCE_MILLIS = 3_000;
    private static final long STOP_MILLIS = 4_000;

    private final AgiEntrance entrance;
    private final SecretFiles secrets;
    private final VoiceCounts counts;
    private final Path file;
    private final StorePulse store;
    private final OwnThread thread;
    private final Clock clock;
    private CountDownLatch stopped;

    @Inject
    Heartbeat(
            AgiEntrance entrance,
            SecretFiles secrets,
            VoiceCounts counts,
            VoiceFolders folders,
            StorePulse store,
            ThreadFactory threads,
            Clock clock) {
        this.entrance = entrance;
        this.secrets = secrets;
        this.counts = counts;
        this.file = folders.heartbeat();
        this.store = store;
        this.thread = new OwnThread(threads, "agi-heartbeat");
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_DOOR;
    }

    @Override
    public boolean sends() {
        return true;
    }

    @Override
    public synchronized void start() {
        InetSocketAddress door = entrance.address();
        if (door != null) {
            CountDownLatch signal = new CountDownLatch(1);
            stopped = signal;
            String secret = secrets.findOrMake(AgiEntrance.SECRET, AgiEntrance.SECRET_BYTES);
            thread.start(() -> beatUntil(signal, door, secret));
        }
    }

    private void beatUntil(CountDownLatch signal, InetSocketAddress door, String secret) {
        try {
            do {
                beat(door, secret);
            } while (!signal.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One beat; a door that does not answer or a database that cannot be read leaves the file to grow old. */
    private void beat(InetSocketAddress door, String secret) {
        try {
            boolean before = counts.isAlive();
            counts.alive(store.isReadable() && answers(door, secret));
            if (counts.isAlive()) {
                touch();
            }
            if (before != counts.isAlive()) {
                LOG.log(Level.INFO, "calls can be taken: {0}", counts.isAlive());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the heartbeat {0} cannot be touched", file);
        } catch (RuntimeException | OutOfMemoryError e) {
            // The guard of this thread: without it one bad beat would be the last.
            counts.alive(false);
            LOG.log(Level.SEVERE, "a heartbeat failed", e);
        }
    }

    private static boolean answers(InetSocketAddress door, String secret) {
        InetAddress to = door.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : door.getAddress();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(to, door.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "agi_network: yes\nagi_network_script: " + AgiReception.PROBE
                    + "\nagi_uniqueid: probe\nagi_arg_1: " + secret + "\n\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            socket.getOutputStream().write("200 result=0\n".getBytes(StandardCharsets.UTF_8));
            return answer != null && answer.startsWith("NOOP");
        } catch (IOException e) {
            return false;
        }
    }

    private void touch() throws IOException {
        FileTime now = FileTime.from(clock.instant());
        try {
            Files.setLastModifiedTime(file, now);
        } catch (NoSuchFileException e) {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
            Files.setLastModifiedTime(file, now);
        }
    }

    @Override
    public synchronized void stop() {
        if (stopped == null) {
            return;
        }
        stopped.countDown();
        thread.join(STOP_MILLIS);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the heartbeat {0} cannot be removed and grows old instead", file);
        }
        counts.alive(false);
        stopped = null;
    }
}
