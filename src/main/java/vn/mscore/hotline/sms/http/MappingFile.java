package vn.mscore.hotline.sms.http;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings.WrongSetting;

/**
 * The fields of a mapping file: lines {@code field = value} in UTF-8, the value as it stands, without escapes; {@code #}
 * begins a line of comment. Whatever is wrong with it refuses the start and names file and field.
 */
final class MappingFile {
    private static final long LONGEST = 65_536;

    private final String name;
    private final String file;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    private MappingFile(String name, String file) {
        this.name = name;
        this.file = file;
    }

    /** Reads the file of line {@code name}. */
    static MappingFile read(String name, Path path) {
        MappingFile mapping = new MappingFile(name, path.toString());
        try {
            mapping.take(Files.size(path) > LONGEST ? "" : Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw mapping.wrong("is not UTF-8");
        } catch (IOException e) {
            throw mapping.wrong("cannot be read");
        }
        return mapping;
    }

    /** The fields of {@code text} as if it stood in {@code file}. */
    static MappingFile of(String name, String file, String text) {
        MappingFile mapping = new MappingFile(name, file);
        mapping.take(text);
        return mapping;
    }

    private void take(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String bare = line.strip();
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                take(bare, number);
            }
        }
        if (fields.isEmpty()) {
            throw wrong("has no field");
        }
    }

    private void take(String line, int number) {
        int equals = line.indexOf('=');
        if (equals <= 0) {
            throw wrong("line " + number + " is not field = value");
        }
        String field = line.substring(0, equals).strip();
        if (fields.put(field, line.substring(equals + 1).strip()) != null) {
            throw wrong(field, "is there twice");
        }
    }

    /** The line it belongs to. */
    String name() {
        return name;
    }

    /** Whether any field begins with {@code prefix}. */
    boolean any(String prefix) {
        return fields.keySet().stream().anyMatch(field -> field.startsWith(prefix));
    }

    /** A field that may be absent; one without a value is. */
    Optional<String> text(String field) {
        known.add(field);
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    /** A field that must be there. */
    String required(String field) {
        return text(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    /** Refuses {@code others} when {@code field} is absent, without which they do nothing. */
    void needed(String field, String... others) {
        if (text(field).isEmpty()) {
            for (String other : others) {
                if (fields.containsKey(other)) {
                    throw wrong(other, "needs " + field + " beside it");
                }
            }
        }
    }

    /** A whole number. */
    int number(String field, int fallback, int min, int max) {
        String text = text(field).orElse(Integer.toString(fallback));
        boolean inside = text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max;
        if (!inside) {
            throw wrong(field, "must lie between " + min + " and " + max);
        }
        return Integer.parseInt(text);
    }

    /** One of {@code choices}, the first when it is absent. */
    String choice(String field, String... choices) {
        String text = text(field).orElse(choices[0]);
        if (!List.of(choices).contains(text)) {
            throw wrong(field, "must be one of " + String.join(", ", choices));
        }
        return text;
    }

    /** All fields that begin with {@code prefix}, in their order, by the rest of their name. */
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(prefix) && field.length() > prefix.length()) {
                known.add(field);
                found.put(field.substring(prefix.length()), value);
            }
        });
        return found;
    }

    /** To be called when everything has been asked for: refuses what nobody asked for. */
    void end() {
        String strange =
                fields.keySet().stream().filter(field -> !known.contains(field)).collect(Collectors.joining(", "));
        if (!strange.isEmpty()) {
            throw wrong(strange, "is unknown here");
        }
    }

    /** Runs {@code reading}; what it finds wrong is wrong with {@code field}. */
    <T> T reading(String field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw wrong(field, e.getMessage());
        }
    }

    /** Reads a value, or throws an {@link IllegalArgumentException} that says what it should be and never shows it. */
    interface Reading<T> {
        T read();
    }

    /** To be thrown: {@code field} cannot be used because it {@code why}. */
    WrongSetting wrong(String field, String why) {
        return wrong("field " + field + " " + why);
    }

    private WrongSetting wrong(String what) {
        return new WrongSetting(HttpSettings.LIST, "for " + name + ", file " + file + ": " + what);
    }
}
