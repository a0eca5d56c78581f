package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Puts the prompts that the WAR carries where Asterisk plays them from: {@code sounds/hotline/PACK/ID.wav}. */
final class ExchangeSounds {
    private static final String PACKED = "WEB-INF/classes/prompts/";
    private static final String SOUND = ".wav";
    /** Asterisk plays these itself under names of its own. */
    private static final Map<String, String> ALIASES =
            Map.of("vi/bip.wav", "lib/sounds/beep.wav", "vi/nhac-cho.wav", "lib/moh/nhac-cho.wav");

    private static final String NUMBER = "vi/so/";
    /** As far as the place in the queue is said (queues.conf, announce-position-limit). */
    private static final int LARGEST_NUMBER = 20;

    private static final String OURS = "lib/sounds/hotline/";

    private final Path home;
    private final boolean shared;

    /** For an Asterisk that others run: it gets copies. */
    ExchangeSounds(Path home) {
        this(home, false);
    }

    private ExchangeSounds(Path home, boolean shared) {
        this.home = home;
        this.shared = shared;
    }

    /**
     * For our own Asterisk: it plays from {@code laidOut}, where the gateway lays recordings over the packed prompts and puts
     * what it speaks itself; what lies there already is left to the gateway.
     */
    static ExchangeSounds shared(Path home, Path laidOut) throws IOException {
        Files.createDirectories(laidOut);
        Path link = home.resolve(OURS);
        Files.createDirectories(link.getParent());
        if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, laidOut.toAbsolutePath());
        }
        return new ExchangeSounds(home, Files.isSymbolicLink(link));
    }

    /** Copies what is new or has changed; tells how many prompts there are. */
    int copy(Path war) throws IOException {
        int count = 0;
        try (ZipFile zip = new ZipFile(war.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(PACKED) && entry.getName().endsWith(SOUND)) {
                    place(zip, entry, entry.getName().substring(PACKED.length()));
                    count++;
                }
            }
        }
        return count;
    }

    private void place(ZipFile zip, ZipEntry entry, String name) throws IOException {
        put(zip, entry, OURS + name);
        if (ALIASES.containsKey(name)) {
            put(zip, entry, ALIASES.get(name));
        }
        if (isPlaceInQueue(name)) {
            put(zip, entry, "lib/sounds/vi/digits/" + name.substring(NUMBER.length()));
        }
    }

    private static boolean isPlaceInQueue(String name) {
        if (!name.matches(NUMBER + "[0-9]{1,2}\\.wav")) {
            return false;
        }
        int number = Integer.parseInt(name.substring(NUMBER.length(), name.length() - SOUND.length()));
        return number <= LARGEST_NUMBER;
    }

    private static boolean isThere(Path file, ZipEntry entry) throws IOException {
        if (Files.notExists(file) || Files.size(file) != entry.getSize()) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        return sum.getValue() == entry.getCrc();
    }

    private void put(ZipFile zip, ZipEntry entry, String where) throws IOException {
        Path file = home.resolve(where).normalize();
        boolean theirs = shared && where.startsWith(OURS) && Files.exists(file);
        if (!file.startsWith(home) || theirs || isThere(file, entry)) {
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream sound = zip.getInputStream(entry)) {
            Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
