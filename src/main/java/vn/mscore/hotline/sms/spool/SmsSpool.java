package vn.mscore.hotline.sms.spool;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import vn.mscore.hotline.privacy.SealedOnDisk;

/**
 * Messages that wait on disk for the database, in {@code hotline.var/spool/sms}: one sealed file each, written aside,
 * forced, renamed into place, its name forced; only then is it kept. Files that do not open are put aside, never deleted.
 */
@Singleton
public class SmsSpool implements SealedOnDisk {
    /** The folder below the spool for what cannot be opened. */
    static final String ASIDE = "quarantine";

    private static final Logger LOG = Logger.getLogger(SmsSpool.class.getName());
    private static final Pattern ENTRY = Pattern.compile("\\d{16}\\.sms");
    private static final String DRAFT = ".draft";
    private static final String PROBE = "probe" + DRAFT;
    private static final int MOST = 100_000;
    private static final int FAULTS_OF_ONE = 5;

    private final SpoolFolder folder;
    private final PersonalDataCipher cipher;
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong aside = new AtomicLong();
    private final ReentrantLock draining = new ReentrantLock();
    /** Entries that are safe elsewhere and could not be removed; under {@link #draining} as the next. */
    private final Set<String> stored = new HashSet<>();

    private final Map<String, Integer> faults = new HashMap<>();

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
    @Override
    public long size() {
        return waiting.get();
    }

    /** How many files lie aside until a person takes them out; as many as before while nobody can look. */
    @Override
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
     * removes it. Stops with the first that throws. An entry that cannot be read is passed over, and after some times put
     * aside; one that is stored and cannot be removed is passed over each time: true may leave such ones behind. False when
     * another thread is at it.
     */
    public boolean drain(Consumer<SpooledPdu> store) {
        if (waiting.get() == 0) {
            return true;
        }
        if (!draining.tryLock()) {
            return false;
        }
        try {
            Set<String> left = new HashSet<>();
            for (List<String> entries = entries(); !left.containsAll(entries); entries = entries()) {
                for (String name : entries) {
                    if (!left.contains(name) && !drain(name, store)) {
                        left.add(name);
                    }
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

    /** One bad place on the disk must not hold up what lies behind it: false when the entry stays for the next time. */
    private boolean drain(String name, Consumer<SpooledPdu> store) {
        try {
            if (!stored.contains(name)) {
                storeOne(name, store);
            }
            folder.delete(name);
            return gone(name);
        } catch (NoSuchFileException e) {
            // Somebody took it out.
            return gone(name);
        } catch (IOException e) {
            return spoiled(name, e);
        }
    }

    private boolean gone(String name) {
        stored.remove(name);
        faults.remove(name);
        waiting.decrementAndGet();
        return true;
    }

    private void storeOne(String name, Consumer<SpooledPdu> store) throws IOException {
        Optional<SpooledPdu> entry = open(name);
        if (entry.isEmpty()) {
            putAside(name);
            return;
        }
        store.accept(entry.get());
        // Where it cannot be removed it is not stored again and again.
        stored.add(name);
        Failpoint.hit("spool.drain.afterCommit.beforeUnlink");
    }

    /** Tried again some times, since a fault may pass; then put aside, if the disk lets it. */
    private boolean spoiled(String name, IOException why) {
        int times = faults.merge(name, 1, Integer::sum);
        LOG.log(
                times == 1 ? Level.WARNING : Level.FINE,
                "an entry of the spool cannot be read or removed: {0}",
                why.getClass().getSimpleName());
        if (times < FAULTS_OF_ONE || stored.contains(name)) {
            return false;
        }
        try {
            putAside(name);
            return gone(name);
        } catch (IOException e) {
            LOG.log(Level.FINE, "and it cannot be put aside either", e);
            return false;
        }
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
