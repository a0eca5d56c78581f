package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A line that a real Asterisk wrote into its security log, of {@code sip/security-log.tsv}.
 *
 * @param what what somebody did
 * @param shutOut the address it counts against, empty when it counts against nobody
 */
public record SecurityLogLine(String what, Optional<String> shutOut, String line) {
    private static final Path TABLE = Path.of("src/test/resources/sip/security-log.tsv");

    /** All of the table. */
    public static List<SecurityLogLine> all() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.split("\t"))
                .map(cell ->
                        new SecurityLogLine(cell[0], Optional.of(cell[1]).filter(who -> !who.equals("-")), cell[2]))
                .toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
