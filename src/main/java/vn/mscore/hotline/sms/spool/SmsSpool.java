package vn.mscore.hotline.sms.spool;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/**
 * Messages that wait on disk for the database, in {@code hotline.var/spool/sms}: one sealed file each, written aside,
 * forced, renamed into place, its name forced; only then is it kept. Files that do not open are put aside, never deleted.
 */
@Singleton
public class SmsSpool {
    /** The folder below the spool for what cannot be opened. */
    static final String ASIDE = "quarantine";

    private static final Logger LOG = Logger.getLogger(SmsSpool.class.getName());
    private static final Pattern ENTRY = Pattern.compile("\\d{16}\\.sms");
    private static final String DRAFT = ".draft";
    private static final String PROBE = "probe" + DRAFT;
    private static final int MOST = 100_000;

    private final SpoolFolder folder;
    private final PersonalDataCipher cipher;
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong aside = new AtomicLong();
    private final ReentrantLock draining = new ReentrantLock();

    /** Refuses the start when the folder cannot be written. */
    @Inject
    public SmsSpool(Settings settings, PersonalDataCipher cipher) {
        this(disk(Path.of(settings.text("hotline.var").orElse("./var"), "spool", "sms")), cipher);
    }

    SmsSpool(SpoolFolder folder, PersonalDataCipher cipher) {
        this.folder = folder;
        this.cipher = cipher;
        try {
            folder.write(PROBE, new byte[1]);
            folder.force(PROBE);
            folder.delete(PROBE);
            folder.forceNames();
            lookThrough();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static SpoolFolder disk(Path path) {
        try {
            return new DiskFolder(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static UncheckedIOException unwritable(IOException why) {
        return new UncheckedIOException("the spool below hotline.var cannot be written", why);
    }

    private void lookThrough() throws IOException {
        for (String name : folder.names()) {
            if (!ENTRY.matcher(name).matches()) {
                putAside(name);
            }
        }
        List<String> entries = entries();
        entries.forEach(name -> last.accumulateAndGet(number(name), Math::max));
        waiting.set(entries.size());
        if (!entries.isEmpty()) {
            LOG.log(Level.WARNING, "{0} messages wait in the spool", entries.size());
        }
    }

    private List<String> entries() throws IOException {
        return folder.names().stream()
                .filter(name -> ENTRY.matcher(name).matches())
                .sorted()
                .toList();
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    private static String name(long number) {
        return String.format(Locale.ROOT, "%016d.sms", number);
    }

    private static Place place(long number) {
        return new Place("spool_sms", "entry", number);
    }

    /** How many entries wait. */
    public long size() {
        return waiting.get();
    }

    /** How many files lie aside until a person takes them out; as many as before while nobody can look. */
    public long putAside() {
        try {
            aside.set(folder.aside().size());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "what was put aside cannot be looked at: {0}",
                    e.getClass().getName());
        }
        return aside.get();
    }

    /** Keeps an entry; on return it is on disk. Throws {@link UncheckedIOException} when it is not: keep the copy. */
    public void keep(SpooledPdu entry) {
        if (waiting.get() >= MOST) {
            throw new UncheckedIOException(new IOException("the spool holds " + MOST + " messages"));
        }
        long number = last.incrementAndGet();
        String name = name(number);
        String draft = name + DRAFT;
        try {
            folder.write(draft, cipher.sealBytes(Lane.PERSONAL, place(number), entry.octets()));
            Failpoint.hit("spool.afterWrite.beforeFsync");
            folder.force(draft);
            Failpoint.hit("spool.afterFsync.beforeRename");
            folder.move(draft, name);
            waiting.incrementAndGet();
            Failpoint.hit("spool.afterRename.beforeDirFsync");
            folder.forceNames();
        } catch (IOException e) {
            forget(draft);
            throw new UncheckedIOException("the spool cannot be written", e);
        }
    }

    private void forget(String draft) {
        try {
            folder.delete(draft);
        } catch (IOException e) {
            LOG.log(Level.FINE, "a draft stays until the next start", e);
        }
    }

    /**
     * Hands the entries in their order to {@code store}, which returns when the entry is safe or throws when it is not; then
     * removes it. Stops with the first that throws. False when entries are left because another thread is at it.
     */
    public boolean drain(Consumer<SpooledPdu> store) {
        if (waiting.get() == 0) {
            return true;
        }
        if (!draining.tryLock()) {
            return false;
        }
        try {
            for (List<String> entries = entries(); !entries.isEmpty(); entries = entries()) {
                for (String name : entries) {
                    drain(name, store);
                }
            }
            folder.forceNames();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
        } finally {
            draining.unlock();
        }
    }

    private void drain(String name, Consumer<SpooledPdu> store) throws IOException {
        Optional<SpooledPdu> entry = open(name);
        if (entry.isPresent()) {
            store.accept(entry.get());
            Failpoint.hit("spool.drain.afterCommit.beforeUnlink");
            folder.delete(name);
        } else {
            putAside(name);
        }
        waiting.decrementAndGet();
    }

    private Optional<SpooledPdu> open(String name) throws IOException {
        try {
            return Optional.of(SpooledPdu.of(cipher.openBytes(place(number(name)), folder.read(name))));
        } catch (PersonalDataCipher.CannotOpen | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A torn or foreign file may hold somebody's words. */
    private void putAside(String name) throws IOException {
        String target = ASIDE + "/" + name;
        for (int copy = 2; folder.exists(target); copy++) {
            target = ASIDE + "/" + name + "-" + copy;
        }
        folder.move(name, target);
        aside.incrementAndGet();
        LOG.log(Level.SEVERE, "a file in the spool is no whole entry and is put aside: {0}", target);
    }
}
