package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.util.List;

/** Checks settings, secrets and database without starting the gateway. */
final class CheckCommand {
    private final PrintStream out;

    CheckCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings) throws StartRefused {
        out.println("[hotline] settings: well");
        settings.secrets();
        out.println("[hotline] secrets: well");
        List<String> lines = LineReach.unreachable(settings);
        try (Ground ground = Ground.open(settings)) {
            int pending = new Migrations(ground.database()).pending();
            out.println("[hotline] database: answers, " + pending + " migrations to apply at the next start");
            new DatabasePromises().check(ground.database());
        }
        UnwatchedLines.of(settings).forEach(line -> out.println("[hotline] note, line " + line));
        lines.forEach(line -> out.println("[hotline] line " + line));
        return lines.isEmpty() ? 0 : 1;
    }
}
