package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * All 256-bit keys. A sealing lane has numbered keys ({@code personal-1.key}, the highest number seals, all of them
 * open), a new one each year (ADR 41); an index purpose has one; the dedupe index has one per month (UTC). A key is a file of 43 base64url characters:
 * deleting it destroys what it sealed.
 */
@Singleton
public class KeyRing {
    private static final Logger LOG = Logger.getLogger(KeyRing.class.getName());
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;
    private static final Pattern NUMBERED = Pattern.compile("(personal|secret)-([1-9]\\d{0,4})\\.key");
    private static final Pattern MONTHLY = Pattern.compile("dedupe-(\\d{4}-\\d{2})\\.key");

    private final SecretFiles files;
    private final Clock clock;
    private final Map<Lane, ConcurrentSkipListMap<Integer, SecretKeySpec>> lanes;
    private final Map<String, SecretKeySpec> index = new ConcurrentHashMap<>();
    private volatile Elsewhere elsewhere = (lane, number) -> Optional.empty();

    /** Where a lane's key is looked for that is not here: another node made it. */
    interface Elsewhere {
        /** The key in its written form. */
        Optional<String> find(Lane lane, int number);
    }

    /** Reads every key; makes the first of each lane and purpose when there is none. */
    @Inject
    public KeyRing(SecretFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        this.lanes = Map.of(Lane.PERSONAL, lane(Lane.PERSONAL), Lane.SECRET, lane(Lane.SECRET));
    }

    /** The number of the key that seals in {@code lane} now. */
    public int active(Lane lane) {
        return lanes.get(lane).lastKey();
    }

    /** A key of a lane by its number, taken from the other nodes if need be; empty when it was destroyed or never was. */
    public Optional<SecretKeySpec> key(Lane lane, int number) {
        SecretKeySpec here = lanes.get(lane).get(number);
        return here != null
                ? Optional.of(here)
                : elsewhere.find(lane, number).map(text -> takeLaneKey(lane, number, text));
    }

    /** Where {@link #key} asks from now on for what is not here. */
    void ask(Elsewhere others) {
        elsewhere = others;
    }

    /** The numbers of the keys of {@code lane} that are here, in order. */
    List<Integer> numbers(Lane lane) {
        return List.copyOf(lanes.get(lane).keySet());
    }

    /** A new key in its written form, kept nowhere. */
    String fresh() {
        return files.fresh(BYTES);
    }

    /** A key of a lane that is here, in its written form. */
    String laneKey(Lane lane, int number) {
        return written(lanes.get(lane).get(number).getEncoded());
    }

    /**
     * Takes {@code text} for key {@code number} of {@code lane}: it is durable where all nodes find it, and seals from now on if it is the highest.
     * A disk that refuses its file is asked again by {@link #keepAll}.
     */
    synchronized SecretKeySpec takeLaneKey(Lane lane, int number, String text) {
        SecretKeySpec key = decode(fileName(lane, number), text, "AES");
        lanes.get(lane).put(number, key);
        try {
            keepAll(lane);
        } catch (UncheckedIOException e) {
            LOG.log(Level.SEVERE, e, () -> "the file of a key cannot be kept");
        }
        return key;
    }

    /** Writes the files that are not there of keys of {@code lane} that are here. */
    synchronized void keepAll(Lane lane) {
        for (int number : numbers(lane)) {
            String name = fileName(lane, number);
            if (files.find(name, CHARACTERS).isEmpty()) {
                files.keep(name, laneKey(lane, number));
            }
        }
    }

    /** Destroys a key of a lane here: what is sealed under it never opens again on this machine. */
    synchronized void destroyLaneKey(Lane lane, int number) {
        files.destroy(fileName(lane, number));
        lanes.get(lane).remove(number);
    }

    private static String written(byte[] key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** The file name of a lane's key. */
    public static String fileName(Lane lane, int number) {
        return lane.name().toLowerCase(Locale.ROOT) + "-" + number + ".key";
    }

    /** The key of a blind index; for {@code DEDUPE} this month's. */
    SecretKeySpec indexKey(BlindIndex.Purpose purpose) {
        return purpose == BlindIndex.Purpose.DEDUPE
                ? indexFile(dedupeName(month()))
                : indexFile("index-" + purpose.name().toLowerCase(Locale.ROOT) + ".key");
    }

    /** Last month's dedupe key, if there is one: a message may wait on a SIM over the turn of a month. */
    Optional<SecretKeySpec> lastMonthsDedupeKey() {
        String name = dedupeName(month().minusMonths(1));
        SecretKeySpec known = index.get(name);
        return known != null
                ? Optional.of(known)
                : files.find(name, CHARACTERS)
                        .map(text -> index.computeIfAbsent(name, n -> decode(n, text, "HmacSHA256")));
    }

    /** Destroys the dedupe keys of months before {@code keep}; tells how many. */
    int destroyDedupeKeysBefore(YearMonth keep) {
        List<String> old = files.names().stream()
                .filter(name -> monthOf(name).map(keep::isAfter).orElse(false))
                .toList();
        old.forEach(name -> {
            files.destroy(name);
            index.remove(name);
        });
        return old.size();
    }

    /** The dedupe key of {@code month} in its written form; made when there is none. */
    String dedupeKey(YearMonth month) {
        return files.findOrMake(dedupeName(month), BYTES);
    }

    /** Takes {@code text} for the dedupe key of {@code month}, as the other nodes of this database do. */
    void takeDedupeKey(YearMonth month, String text) {
        String name = dedupeName(month);
        SecretKeySpec key = decode(name, text, "HmacSHA256");
        files.keep(name, text);
        index.put(name, key);
    }

    private static String dedupeName(YearMonth month) {
        return "dedupe-" + month + ".key";
    }

    private static Optional<YearMonth> monthOf(String name) {
        Matcher monthly = MONTHLY.matcher(name);
        return monthly.matches() ? Optional.of(YearMonth.parse(monthly.group(1))) : Optional.empty();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private SecretKeySpec indexFile(String name) {
        SecretKeySpec known = index.get(name);
        return known != null
                ? known
                : index.computeIfAbsent(name, n -> decode(n, files.findOrMake(n, BYTES), "HmacSHA256"));
    }

    private ConcurrentSkipListMap<Integer, SecretKeySpec> lane(Lane lane) {
        ConcurrentSkipListMap<Integer, SecretKeySpec> keys = new ConcurrentSkipListMap<>();
        onDisk(lane).forEach(number -> keys.put(number, sealing(lane, number)));
        if (keys.isEmpty()) {
            keys.put(1, sealing(lane, 1));
        }
        return keys;
    }

    private Stream<Integer> onDisk(Lane lane) {
        return files.names().stream()
                .map(NUMBERED::matcher)
                .filter(m -> m.matches() && Lane.valueOf(m.group(1).toUpperCase(Locale.ROOT)) == lane)
                .map(m -> Integer.valueOf(m.group(2)))
                .filter(number -> number <= Character.MAX_VALUE);
    }

    private SecretKeySpec sealing(Lane lane, int number) {
        String name = fileName(lane, number);
        return decode(name, files.findOrMake(name, BYTES), "AES");
    }

    /** The key that {@code text} says, for {@code algorithm}; throws {@link SecretFiles.UnsafeSecret} naming its file. */
    SecretKeySpec decode(String name, String text, String algorithm) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, algorithm);
            }
        } catch (IllegalArgumentException e) {
            throw new SecretFiles.UnsafeSecret(files.path(name), "is not a key in base64url");
        }
        throw new SecretFiles.UnsafeSecret(files.path(name), "is not a key of 256 bits");
    }
}
