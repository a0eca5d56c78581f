package vn.mscore.hotline.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import vn.mscore.hotline.house.Gateway;

/** Waits for a gateway that lives to be done with what it has: a citizen has the answer before the row says so. */
final class Settled {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ANY = 1_000_000;

    private Settled() {}

    /** Until the checker finds nothing stuck, or the limit; what is wrong then the checker says itself. */
    static void await(Path histories, BookReader.Database database, Path var) throws InterruptedException {
        Gateway.await(LIMIT, () -> nothingIsStuck(histories, database, var));
    }

    private static boolean nothingIsStuck(Path histories, BookReader.Database database, Path var) {
        try {
            Checker.Terms terms = new Checker.Terms(ANY, ANY, true, true, ANY, false);
            return Checker.check(Histories.read(histories), BookReader.readUnsearched(database, var), terms).stream()
                    .noneMatch(finding -> finding.kind() == Finding.Kind.STUCK);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
