package vn.mscore.hotline.launcher.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says about itself.
 *
 * @param schema version of the schema, as Flyway writes it
 * @param takenAt the instant before which everything that was committed is inside
 * @param keys fingerprints of the secrets that were there then, by the name of the secret; never a secret itself
 */
public record Manifest(String schema, Instant takenAt, Map<String, String> keys) {
    private static final String SCHEMA = "schema";
    private static final String TAKEN = "taken";
    private static final String KEY = "key ";

    /** Keeps a copy of the fingerprints. */
    public Manifest {
        keys = Map.copyOf(keys);
    }

    String text() {
        StringBuilder lines = new StringBuilder(SCHEMA + "\t" + schema + "\n" + TAKEN + "\t" + takenAt + "\n");
        new TreeMap<>(keys).forEach((name, fingerprint) -> lines.append(KEY)
                .append(name)
                .append('\t')
                .append(fingerprint)
                .append('\n'));
        return lines.toString();
    }

    static Manifest parse(String text) throws BackupUnreadable {
        Map<String, String> cells = new TreeMap<>();
        text.lines().map(line -> line.split("\t", 2)).forEach(cell -> cells.put(cell[0], cell[cell.length - 1]));
        if (!cells.containsKey(SCHEMA) || !cells.containsKey(TAKEN)) {
            throw new BackupUnreadable("the backup does not say what it is");
        }
        Map<String, String> keys = new TreeMap<>();
        cells.forEach((name, value) -> {
            if (name.startsWith(KEY)) {
                keys.put(name.substring(KEY.length()), value);
            }
        });
        return new Manifest(cells.get(SCHEMA), taken(cells.get(TAKEN)), keys);
    }

    private static Instant taken(String at) throws BackupUnreadable {
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new BackupUnreadable("the backup does not say when it was taken, or as a newer version would", e);
        }
    }
}
