package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the technician typed.
 *
 * @param command one of the sub-commands
 * @param config the settings file named by {@code --config}
 * @param rest the words after the sub-command
 */
record CommandLine(String command, Optional<Path> config, List<String> rest) {
    static final String USAGE = """
            usage: java -jar hotline.jar [--config FILE] [COMMAND]
              run                    start the gateway (default)
              migrate                bring the database to this version and stop
              check                  check settings, secrets, database; exit code 0 when all is well
              audit-verify [HEADS]   check that nothing was deleted, changed or cut off in the audit trail and the logs of cases,
                                     also against a file of the heads that a witness got
              backup FILE            write a sealed backup, also while the gateway runs
              restore FILE           put a backup into an empty place
              render-exchange DIR    write the configuration of an Asterisk of your own, with its secrets
              encrypt                read a value from standard input, print it as ENC(...) for the settings file
              import-units FILE      read offices from CSV        import-successors FILE   their successors
              import-dossiers FILE   read dossiers from CSV       import-stages FILE       their stages""";

    /** What is typed behind one of these would be done without. */
    private static final Set<String> ALONE = Set.of("run", "migrate", "check", "encrypt");

    /** Understands {@code words} or throws {@link IllegalArgumentException} with a sentence. */
    static CommandLine parse(String[] words) {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        Optional<Path> config = Optional.empty();
        if ("--config".equals(left.peek())) {
            left.pop();
            if (left.isEmpty()) {
                throw new IllegalArgumentException("--config needs a file");
            }
            config = Optional.of(Path.of(left.pop()));
        }
        String command = left.isEmpty() ? "run" : left.pop();
        if (ALONE.contains(command) && !left.isEmpty()) {
            throw new IllegalArgumentException(command + " takes no more words; --config FILE stands before it");
        }
        return new CommandLine(command, config, List.copyOf(left));
    }

    int execute(PrintStream out) throws StartRefused {
        return switch (command) {
            case "run" -> new RunCommand(out).run(settings());
            case "migrate" -> new MigrateCommand(out).run(settings());
            case "check" -> new CheckCommand(out, settingsFile()).run(settings());
            case "audit-verify" ->
                new AuditVerifyCommand(out).run(settings(), rest.isEmpty() ? Optional.empty() : Optional.of(file()));
            case "backup" -> new BackupCommand(out, Clock.systemUTC(), settingsFile()).run(settings(), file());
            case "restore" -> new RestoreCommand(out, Clock.systemUTC()).run(settings(), file());
            case "render-exchange" -> new RenderExchangeCommand(out).run(settings(), file());
            case "encrypt" ->
                new EncryptCommand(out)
                        .run(SettingSources.fromEnvironment(config).unopened());
            case "import-units", "import-successors", "import-dossiers", "import-stages" ->
                new ImportCommand(out).run(settings(), command.substring("import-".length()), file());
            case "help", "--help", "-h" -> {
                out.println(USAGE);
                yield 0;
            }
            default -> throw new IllegalArgumentException("unknown command " + command);
        };
    }

    private Path file() {
        if (rest.size() != 1) {
            throw new IllegalArgumentException(command + " needs one file or folder");
        }
        return Path.of(rest.get(0));
    }

    private Optional<Path> settingsFile() {
        return config.or(() -> Optional.of(SettingSources.DEFAULT_FILE).filter(Files::exists));
    }

    private GatewaySettings settings() throws StartRefused {
        return SettingSources.fromEnvironment(config).resolve();
    }
}
