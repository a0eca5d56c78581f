package vn.mscore.hotline.voice.agi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.InMemoryCallBook;
import vn.mscore.hotline.voice.SpoolRecorder;
import vn.mscore.hotline.voice.VoiceCounts;
import vn.mscore.hotline.voice.VoiceFolders;

/** The real door on a free port, with a book and a recorder in memory. */
final class Door implements AutoCloseable {
    final Path folder;
    final VoiceCounts counts = new VoiceCounts();
    final CallsInHand calls = new CallsInHand();
    final InMemoryCallBook book = new InMemoryCallBook();
    /** Calls that are the exchange's again. */
    final List<String> handedBack = new CopyOnWriteArrayList<>();

    final SpoolRecorder recorder;
    final AgiEntrance entrance;
    final Heartbeat heartbeat;
    /** Whether the database of this door can be read. */
    volatile boolean readable = true;
    /** Whether there is no room for another thread at this door. */
    volatile boolean crowded;

    private final SecretFiles secrets;

    private Door(Map<String, String> wanted, CallFlow... flows) {
        try {
            folder = Files.createTempDirectory("agi");
            Map<String, String> all = new HashMap<>(Map.of(
                    "hotline.voice.asterisk", "external",
                    "hotline.voice.agi.port", "0",
                    "hotline.var", folder.toString()));
            all.putAll(wanted);
            Settings settings = key -> Optional.ofNullable(all.get(key));
            VoiceFolders folders = new VoiceFolders(settings);
            Files.createDirectories(folders.spool());
            recorder = new SpoolRecorder(folders.spool());
            secrets = new SecretFiles(folder.resolve("secrets"));
            Clock clock = Clock.systemUTC();
            AgiReception reception = new AgiReception(
                    new FlowMapping(List.of(flows)), book, handedBack::add, calls, recorder, counts, clock);
            entrance = new AgiEntrance(settings, folders, secrets, reception, counts, this::thread);
            heartbeat = new Heartbeat(
                    entrance, secrets, counts, folders, () -> readable, Executors.defaultThreadFactory(), clock);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Thread thread(Runnable work) {
        if (crowded) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return Executors.defaultThreadFactory().newThread(work);
    }

    static Door open(CallFlow... flows) {
        return open(Map.of(), flows);
    }

    static Door open(Map<String, String> settings, CallFlow... flows) {
        Door door = new Door(settings, flows);
        door.entrance.start();
        return door;
    }

    InetSocketAddress address() {
        return entrance.address();
    }

    String secret() {
        return secrets.findOrMake(AgiEntrance.SECRET, AgiEntrance.SECRET_BYTES);
    }

    @Override
    public void close() {
        heartbeat.stop();
        entrance.stop();
    }
}
