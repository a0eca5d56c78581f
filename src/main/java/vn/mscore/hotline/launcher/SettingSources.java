package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Where settings come from, weakest first: the table's defaults, a file, the environment, {@code -D}. An unknown key or a
 * wrong value refuses the start naming the key and never the value (security.md rows 170, 171).
 */
final class SettingSources {
    static final Path DEFAULT_FILE = Path.of("hotline.properties");

    private final KnownSettings known = KnownSettings.load();
    private final Properties file;
    private final Map<String, String> environment;
    private final Properties system;

    SettingSources(Properties file, Map<String, String> environment, Properties system) {
        this.file = file;
        this.environment = environment;
        this.system = system;
    }

    /** The real ones; {@code config} must exist when it is named. */
    static SettingSources fromEnvironment(Optional<Path> config) throws StartRefused {
        Properties file = new Properties();
        Path path = config.orElse(DEFAULT_FILE);
        if (config.isPresent() || Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartRefused("settings file " + path + " cannot be read", e);
            }
        }
        return new SettingSources(file, System.getenv(), System.getProperties());
    }

    /** Merges, decrypts and checks. */
    GatewaySettings resolve() throws StartRefused {
        GatewaySettings settings = unopened();
        settings.decrypt();
        check(settings);
        return settings;
    }

    /** Merged only: what is to be encrypted may stand there as a blank, what was may need a master password that is lost. */
    GatewaySettings unopened() throws StartRefused {
        Map<String, String> values = new TreeMap<>();
        for (KnownSettings.Known row : known.rows()) {
            if (!row.fallback().isEmpty() && !row.chosenName()) {
                values.put(row.key(), row.fallback());
            }
        }
        addAll(values, file, true);
        addEnvironment(values);
        addAll(values, system, false);
        return new GatewaySettings(values);
    }

    private void addAll(Map<String, String> values, Properties source, boolean whole) throws StartRefused {
        for (String key : source.stringPropertyNames()) {
            boolean ours = key.toLowerCase(Locale.ROOT).startsWith("hotline.") && !FailpointGuard.owns(key);
            if (!ours && !whole) {
                continue;
            }
            KnownSettings.Known row = known.of(key).orElseThrow(() -> unknown(key));
            values.put(canonical(row, key), source.getProperty(key).trim());
        }
    }

    private void addEnvironment(Map<String, String> values) throws StartRefused {
        Map<String, String> names = new HashMap<>();
        for (String variable : environment.keySet()) {
            if (variable.startsWith("HOTLINE_") && !variable.equals(ConfigCipher.PASSWORD_VARIABLE)) {
                names.put(variable, keyOf(variable, values));
            }
        }
        names.forEach(
                (variable, key) -> values.put(key, environment.get(variable).trim()));
    }

    private String keyOf(String variable, Map<String, String> values) throws StartRefused {
        for (KnownSettings.Known row : known.rows()) {
            Matcher matcher = row.environmentPattern().matcher(variable);
            if (matcher.matches()) {
                return row.chosenName() ? row.key().replace("NAME", name(matcher.group(1), values)) : row.key();
            }
        }
        throw unknown(variable);
    }

    /** Variables are upper case; a line's own spelling is in the lists of lines. */
    private String name(String upper, Map<String, String> values) {
        String lines = String.join(
                ",",
                list("hotline.sms.modems", values),
                list("hotline.sms.smpp", values),
                list("hotline.sms.http", values));
        return GatewaySettings.linesOf(lines).keySet().stream()
                .filter(name -> KnownSettings.environmentName(name).equals(upper))
                .findFirst()
                .orElseGet(() -> upper.toLowerCase(Locale.ROOT));
    }

    private String list(String key, Map<String, String> values) {
        String variable = KnownSettings.environmentName(key);
        return environment.getOrDefault(variable, values.getOrDefault(key, "")) + "," + system.getProperty(key, "");
    }

    /** The key in the table's spelling, with the deployer's own name in its place. */
    private static String canonical(KnownSettings.Known row, String key) {
        Matcher matcher = row.pattern().matcher(key);
        return row.chosenName() && matcher.matches() ? row.key().replace("NAME", matcher.group(1)) : row.key();
    }

    private void check(GatewaySettings settings) throws StartRefused {
        for (Map.Entry<String, String> setting : settings.values().entrySet()) {
            if (setting.getValue().isEmpty()) {
                continue;
            }
            String fault = known.of(setting.getKey())
                    .map(row -> row.type().fault(setting.getValue()))
                    .orElse("");
            if (!fault.isEmpty()) {
                throw new StartRefused("setting " + setting.getKey() + " " + fault);
            }
        }
    }

    private static StartRefused unknown(String key) {
        return new StartRefused("setting " + key + " is unknown (the README lists all settings)");
    }
}
