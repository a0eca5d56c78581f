package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.util.TimeZone;

/** The command line: {@code java -jar hotline.jar [--config FILE] [run|migrate|check|encrypt|import-... FILE]}. */
public final class Main {
    private Main() {}

    /** Runs one command; the exit code is 0 when it did what it says, 1 when refused, 2 for a wrong command line. */
    public static void main(String[] words) {
        // Times are stored as UTC through java.sql types that follow the zone of the JVM.
        System.setProperty("user.timezone", "UTC");
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int code = new Main().run(words, System.out, System.err);
        if (code >= 0) {
            Runtime.getRuntime().exit(code);
        }
    }

    /** Minus one means: started, stays up. */
    private int run(String[] words, PrintStream out, PrintStream err) {
        try {
            return CommandLine.parse(words).execute(out);
        } catch (StartRefused e) {
            err.println("[hotline] refused: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(CommandLine.USAGE);
            return 2;
        }
    }
}
