package vn.mscore.hotline.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.launcher.backup.Area;
import vn.mscore.hotline.launcher.backup.BackupReader;
import vn.mscore.hotline.launcher.backup.BackupUnreadable;
import vn.mscore.hotline.launcher.backup.Manifest;
import vn.mscore.hotline.launcher.backup.Restoring;
import vn.mscore.hotline.launcher.backup.Totals;

/** Puts a backup into an empty place. Everything that could be wrong with it is found before anything is touched. */
final class RestoreCommand {
    private static final int BUFFER = 1 << 18;

    private final PrintStream out;
    private final Clock clock;

    RestoreCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    int run(GatewaySettings settings, Path file) throws StartRefused {
        Instant begin = clock.instant();
        if (VarLock.isTaken(settings.var())) {
            throw new StartRefused("a gateway runs on " + settings.var() + ": stop it first");
        }
        BackupPlaces places = new BackupPlaces(settings);
        places.refuseUnlessEmpty();
        SecretFiles secrets = keys(settings);
        String opening = secrets.read(KeptApart.OPENING);
        BackupReader.Checked checked = check(file, opening, places);
        refuseUnfit(checked, secrets);
        KeptApart.sealingHalf(secrets);
        out.println("[hotline] backup of " + checked.manifest().takenAt() + ", schema "
                + checked.manifest().schema() + ": whole, " + checked.totals());
        try (Ground ground = Ground.open(settings)) {
            fill(ground.database(), places, new Source(file, checked, opening));
            new Migrations(ground.database()).apply();
            new DatabasePromises().check(ground.database());
            goOnFrom(ground.database(), checked.manifest());
            LastBackup.note(settings.var(), checked.manifest().takenAt());
            end(settings.var(), ground.database());
        }
        out.println("[hotline] restored in "
                + Duration.between(begin, clock.instant()).toMillis() + " ms into " + settings.var());
        if (Files.exists(places.restored())) {
            out.println("[hotline] the settings of the backup lie in " + places.restored() + " to be compared");
        }
        return 0;
    }

    /** What the lost machine did after the backup is unknown here, and some of it must not be done again. */
    private void goOnFrom(Database database, Manifest manifest) throws StartRefused {
        try (Connection connection = database.connect()) {
            int tickets = NumbersTold.passOver(connection, manifest.takenAt(), clock.instant());
            out.println("[hotline] " + tickets + " ticket numbers are passed over: citizens may hold some of them");
            signOutAll(connection);
            out.println("[hotline] everybody is signed out; accounts, rights, keys of programs and passwords that were"
                    + " changed since " + manifest.takenAt() + " are as they were then: change them again");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A session that was ended since, perhaps because somebody lost his rights, would be open again. */
    private static void signOutAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from account_session");
        }
    }

    private static void end(Path var, Database database) throws StartRefused {
        UnfinishedRestore.end(var);
        try (Connection connection = database.connect()) {
            UnfinishedRestore.end(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static StartRefused failed(Exception e) {
        return new StartRefused(
                "the restore failed: " + e.getMessage() + "; empty the database and the folder before the next try", e);
    }

    private static SecretFiles keys(GatewaySettings settings) throws StartRefused {
        Path opening = settings.var().resolve("secrets").resolve(KeptApart.OPENING);
        if (Files.notExists(opening)) {
            throw new StartRefused("put the keys that were kept apart into " + opening.getParent()
                    + " first (folder 0700, files 0600): " + opening.getFileName() + " is not there");
        }
        return settings.secrets();
    }

    private static BackupReader.Checked check(Path file, String opening, BackupPlaces places) throws StartRefused {
        try (InputStream in = open(file)) {
            return BackupReader.check(in, opening, places.folders());
        } catch (BackupUnreadable e) {
            throw new StartRefused(file + " is not restored: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StartRefused("file " + file + " cannot be read", e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    private static void refuseUnfit(BackupReader.Checked checked, SecretFiles secrets) throws StartRefused {
        PackedMigrations.refuseUnknown(checked.manifest().schema());
        List<String> missing = KeptApart.missing(secrets, checked.manifest().keys());
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "these keys are not there or are others than when the backup was taken, put their copies" + " into "
                            + secrets.path("") + " first: " + String.join(", ", missing)
                            + LaneKeys.toldOfOutlived(missing, secrets.names()));
        }
    }

    /** A file that was found to be whole, and its key. */
    private record Source(Path file, BackupReader.Checked checked, String opening) {}

    private static void fill(Database database, BackupPlaces places, Source source) throws StartRefused {
        try (Connection connection = database.connect()) {
            if (Restoring.tablesIn(connection) > 0) {
                throw new StartRefused("a restore needs an empty database, and this one has tables");
            }
            UnfinishedRestore.begin(connection);
            UnfinishedRestore.begin(places.folders().get(Area.VAR));
            new Migrations(database, source.checked().manifest().schema()).apply();
            try (InputStream in = open(source.file())) {
                Totals totals = Restoring.from(in, source.opening(), connection, places.folders());
                if (!totals.equals(source.checked().totals())) {
                    throw new StartRefused("the backup changed while it was read");
                }
            }
        } catch (IOException | SQLException e) {
            throw failed(e);
        }
    }
}
