package vn.mscore.hotline.launcher;

import java.io.PrintStream;

/** Migrates and stops. */
final class MigrateCommand {
    private final PrintStream out;

    MigrateCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings) throws StartRefused {
        try (Ground ground = Ground.open(settings)) {
            out.println("[hotline] migrations applied: " + new Migrations(ground.database()).apply());
            new DatabasePromises().check(ground.database());
            return 0;
        }
    }
}
