package vn.mscore.hotline.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.launcher.backup.BackupKeys;
import vn.mscore.hotline.launcher.backup.BackupUnreadable;

/** The secrets that a backup does not hold and cannot be used without: keys and what they lock must not lie together (R53). */
final class KeptApart {
    /** Makes backups, stays. */
    static final String SEALING = "backup-seal.key";

    /** Opens backups, goes elsewhere. */
    static final String OPENING = "backup-open.key";

    private static final Pattern NEEDED =
            Pattern.compile("(personal|secret)-\\d+\\.key|index-.*\\.key|" + AuditSeal.SECRET);
    private static final int SHOWN = 16;

    private KeptApart() {}

    /** The half that seals; both halves are made at first use. Where only the one that opens was brought back, it tells the other. */
    static String sealingHalf(SecretFiles secrets) throws StartRefused {
        if (!secrets.has(SEALING)) {
            if (!secrets.has(OPENING)) {
                secrets.keep(OPENING, BackupKeys.make().opening());
            }
            secrets.keep(SEALING, sealingOf(secrets.read(OPENING)));
        }
        return secrets.read(SEALING);
    }

    private static String sealingOf(String opening) throws StartRefused {
        try {
            return BackupKeys.sealingOf(opening);
        } catch (BackupUnreadable e) {
            throw new StartRefused("secret " + OPENING + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Names of the secrets without which nobody reads what is restored. */
    static List<String> needed(SecretFiles secrets) throws StartRefused {
        return secrets.names().stream()
                .filter(name -> NEEDED.matcher(name).matches())
                .toList();
    }

    /** A fingerprint for each of them, by which a restore knows that it has the right ones. */
    static Map<String, String> fingerprints(SecretFiles secrets) throws StartRefused {
        Map<String, String> fingerprints = new TreeMap<>();
        for (String name : needed(secrets)) {
            fingerprints.put(name, fingerprint(name, secrets.read(name)));
        }
        return fingerprints;
    }

    /** The same without {@code unused}, of which what is read needs none. */
    static Map<String, String> fingerprints(SecretFiles secrets, Set<String> unused) throws StartRefused {
        Map<String, String> fingerprints = fingerprints(secrets);
        fingerprints.keySet().removeAll(unused);
        return fingerprints;
    }

    /** Which of {@code wanted} are missing here or are others; a key that the tables bring is not asked for. */
    static List<String> missing(SecretFiles secrets, Map<String, String> wanted) throws StartRefused {
        Map<String, String> here = fingerprints(secrets);
        List<String> missing = new ArrayList<>();
        new TreeMap<>(wanted).forEach((name, fingerprint) -> {
            boolean brought = !here.containsKey(name) && LaneKeys.isBrought(name, wanted.keySet(), here.keySet());
            if (!brought && !fingerprint.equals(here.get(name))) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static String fingerprint(String name, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("fingerprint of " + name + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }
}
