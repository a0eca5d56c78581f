package vn.mscore.hotline.sms.pdu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** National language tables (TS 23.038 annex A), read once from {@code sms/pdu/national-tables.tsv}. */
final class NationalTables {
    private static final Map<String, char[]> TABLES = load();

    private NationalTables() {}

    /** The alphabet that IE 0x25 (locking) and IE 0x24 (single) ask for. */
    static Alphabet alphabet(OptionalInt locking, OptionalInt single) {
        return locking.isEmpty() && single.isEmpty()
                ? Alphabet.DEFAULT
                : Alphabet.of(table("locking", locking), table("single", single));
    }

    /** Whether the tables hold what was asked for; Spanish has no locking table. */
    static boolean knows(OptionalInt locking, OptionalInt single) {
        return (locking.isEmpty() || table("locking", locking).isPresent())
                && (single.isEmpty() || table("single", single).isPresent());
    }

    private static Optional<char[]> table(String kind, OptionalInt language) {
        return language.isPresent()
                ? Optional.ofNullable(TABLES.get(kind + " " + language.getAsInt()))
                : Optional.empty();
    }

    private static Map<String, char[]> load() {
        Map<String, char[]> tables = new TreeMap<>();
        try (InputStream in = NationalTables.class.getResourceAsStream("/sms/pdu/national-tables.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> read(line, tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static void read(String line, Map<String, char[]> tables) {
        String[] fields = line.split("\t");
        char[] table = tables.computeIfAbsent(fields[0] + " " + fields[1], key -> new char[0x80]);
        int position = Integer.parseInt(fields[3], 16);
        for (String code : fields[4].split(" ")) {
            table[position++] = code.equals("-") ? Alphabet.NONE : (char) Integer.parseInt(code, 16);
        }
    }
}
