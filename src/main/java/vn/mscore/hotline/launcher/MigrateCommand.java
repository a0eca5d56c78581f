package vn.mscore.hotline.launcher;

import java.io.PrintStream;

/** Migrates and stops. */
final class MigrateCommand {
    private final PrintStream out;

    MigrateCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings) throws StartRefused {
        LogFile.open(settings);
        try (VarLock lock = VarLock.take(settings.var());
                Database database = Database.open(settings)) {
            out.println("[hotline] migrations applied: " + new Migrations(database).apply());
            new DatabasePromises().check(database);
            return 0;
        }
    }
}
