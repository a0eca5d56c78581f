package vn.mscore.hotline.launcher;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The resolved settings; the launcher adds what only it can know (ports, the embedded database's address). */
final class GatewaySettings {
    private final Map<String, String> values;
    private SecretFiles secrets;
    private boolean encrypted;

    GatewaySettings(Map<String, String> values) {
        this.values = values;
    }

    Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The value of a key, empty when there is none. */
    String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** The lines of the list under a key, {@code name=ADDRESS, name=ADDRESS}: each address by its name, in their order. */
    Map<String, String> lines(String key) {
        return linesOf(text(key));
    }

    /** The same of a list; what is no {@code name=ADDRESS} is left to the room that reads it, which refuses it. */
    static Map<String, String> linesOf(String list) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : list.split(",")) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                lines.put(parts[0].strip(), parts[1].strip());
            }
        }
        return lines;
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    void putIfEmpty(String key, String value) {
        if (text(key).isEmpty()) {
            values.put(key, value);
        }
    }

    /** The folder of everything that must survive a restart. */
    Path var() {
        return Path.of(text("hotline.var")).toAbsolutePath().normalize();
    }

    /** The secrets under {@link #var()}, opened on first use. */
    SecretFiles secrets() throws StartRefused {
        if (secrets == null) {
            secrets = SecretFiles.open(var().resolve("secrets"));
        }
        return secrets;
    }

    /** Replaces each {@code ENC(...)} by what it hides. */
    void decrypt() throws StartRefused {
        for (Map.Entry<String, String> setting : values.entrySet()) {
            if (ConfigCipher.isEncrypted(setting.getValue())) {
                encrypted = true;
                setting.setValue(ConfigCipher.open(secrets()).decrypt(setting.getKey(), setting.getValue()));
            }
        }
    }

    /** Whether a value came as {@code ENC(...)}. */
    boolean holdEncrypted() {
        return encrypted;
    }

    /** Hands all values to the WAR, which reads them through MicroProfile Config. */
    void publish() {
        values.forEach((key, value) -> {
            if (!value.isEmpty()) {
                System.setProperty(key, value);
            }
        });
    }
}
