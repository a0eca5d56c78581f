package vn.mscore.hotline.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.launcher.backup.BackupWriter;
import vn.mscore.hotline.launcher.backup.Folder;
import vn.mscore.hotline.launcher.backup.Gathered;
import vn.mscore.hotline.launcher.backup.Manifest;
import vn.mscore.hotline.launcher.backup.TableSnapshot;
import vn.mscore.hotline.launcher.backup.Totals;

/** Writes one sealed file with the tables of one instant and the files that go with them, while the gateway runs or not. */
final class BackupCommand {
    private final PrintStream out;
    private final Clock clock;
    private final Optional<Path> config;

    /** {@code config} is the settings file, when there is one. */
    BackupCommand(PrintStream out, Clock clock, Optional<Path> config) {
        this.out = out;
        this.clock = clock;
        this.config = config;
    }

    int run(GatewaySettings settings, Path file) throws StartRefused {
        if (BackupPlaces.real(settings.var())
                .equals(BackupPlaces.real(file.toAbsolutePath().normalize().getParent()))) {
            throw new StartRefused(
                    "name a folder for backups: in " + settings.var() + " each would hold the one before");
        }
        new BackupPlaces(settings).refuseAmongData(file, config);
        try (BackupFile backup = BackupFile.create(file)) {
            Optional<Database> standing = Database.standing(settings);
            if (standing.isPresent()) {
                write(settings, standing.get(), backup);
            } else {
                try (Ground ground = Ground.open(settings)) {
                    write(settings, ground.database(), backup);
                }
            }
        } catch (IOException e) {
            throw new StartRefused("the backup failed: " + e.getMessage(), e);
        }
        LastBackup.note(settings.var(), clock.instant());
        tellKeys(settings);
        return 0;
    }

    private void write(GatewaySettings settings, Database database, BackupFile backup)
            throws IOException, StartRefused {
        Instant begin = clock.instant();
        try (Connection connection = database.connect();
                OutputStream stream = backup.out()) {
            BackupWriter writer = new BackupWriter(stream, KeptApart.sealingHalf(settings.secrets()));
            fill(writer, settings, connection, backup.whole());
            writer.finish();
            stream.flush();
            Totals totals;
            try (InputStream written = new BufferedInputStream(backup.written())) {
                totals = writer.readBack(written);
            }
            long bytes = backup.finish();
            out.println("[hotline] backup " + backup.whole() + ": " + totals + ", " + bytes + " bytes, read back after "
                    + Duration.between(begin, clock.instant()).toMillis() + " ms");
        } catch (SQLException e) {
            throw new StartRefused("the database cannot be backed up: " + e.getMessage(), e);
        }
    }

    private void fill(BackupWriter writer, GatewaySettings settings, Connection connection, Path own)
            throws IOException, SQLException, StartRefused {
        BackupPlaces places = new BackupPlaces(settings);
        Gathered known = new Gathered();
        places.seals().writeTo(writer, known);
        for (Folder folder : places.moving(own)) {
            folder.writeTo(writer, known);
        }
        Instant taken = clock.instant();
        TableSnapshot snapshot = TableSnapshot.begin(connection);
        for (Folder folder : places.moving(own)) {
            folder.writeTo(writer, known);
        }
        Map<String, String> keys = KeptApart.fingerprints(settings.secrets(), LaneKeys.unused(connection));
        writer.manifest(new Manifest(snapshot.schema(), taken, keys));
        snapshot.writeTo(writer);
        for (Folder folder : places.resting(config)) {
            folder.writeTo(writer, known);
        }
        tellLinks(known);
    }

    private void tellLinks(Gathered known) {
        if (!known.links().isEmpty()) {
            out.println("[hotline] WARNING: links are not followed, and what they lead to is not inside: "
                    + known.links().size() + ", the first " + known.links().first());
        }
    }

    private void tellKeys(GatewaySettings settings) throws StartRefused {
        SecretFiles secrets = settings.secrets();
        out.println("[hotline] not inside; keep copies apart from the backup and off this machine:");
        for (String name : KeptApart.needed(secrets)) {
            out.println("[hotline]   " + secrets.path(name));
        }
        if (settings.holdEncrypted()) {
            out.println("[hotline]   " + ConfigCipher.place(secrets) + " (opens every ENC(...) of the settings)");
        }
        if (secrets.has(KeptApart.OPENING)) {
            out.println("[hotline] move " + secrets.path(KeptApart.OPENING)
                    + " off this machine too: it opens the backups, and only a restore needs it");
        }
    }
}
