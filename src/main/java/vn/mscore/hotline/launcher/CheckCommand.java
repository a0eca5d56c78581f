package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks settings, secrets and database without starting the gateway. */
final class CheckCommand {
    private final PrintStream out;
    private final String read;

    CheckCommand(PrintStream out, Optional<Path> file) {
        this.out = out;
        this.read = file.map(Path::toString).orElse("no file");
    }

    int run(GatewaySettings settings) throws StartRefused {
        out.println("[hotline] settings: well, " + read);
        settings.secrets();
        out.println("[hotline] secrets: well");
        List<String> lines = LineReach.unreachable(settings);
        if (VarLock.isTaken(settings.var())) {
            out.println("[hotline] database: a gateway runs on " + settings.var() + " and is not disturbed");
        } else {
            database(settings);
        }
        StrayLineSettings.of(settings).forEach(stray -> out.println("[hotline] note, " + stray));
        UnwatchedLines.of(settings).forEach(line -> out.println("[hotline] note, line " + line));
        lines.forEach(line -> out.println("[hotline] line " + line));
        return lines.isEmpty() ? 0 : 1;
    }

    private void database(GatewaySettings settings) throws StartRefused {
        try (Ground ground = Ground.open(settings)) {
            int pending = new Migrations(ground.database()).pending();
            out.println("[hotline] database: answers, " + pending + " migrations to apply at the next start");
            new DatabasePromises().check(ground.database());
        }
    }
}
