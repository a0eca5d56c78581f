package vn.mscore.hotline.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table of all settings, {@code META-INF/hotline-settings.tsv}: what may be set, of what type, with which default. */
final class KnownSettings {
    private final List<Known> rows;

    private KnownSettings(List<Known> rows) {
        this.rows = rows;
    }

    /**
     * A row.
     *
     * @param key as the README shows it; {@code NAME} stands for a part the deployer chooses
     * @param type how its value must look
     * @param fallback the default, empty when there is none
     * @param sentence what it is for
     */
    record Known(String key, SettingType type, String fallback, String sentence) {
        private static final String NAME = "NAME";

        boolean chosenName() {
            return key.contains(NAME);
        }

        Pattern pattern() {
            return Pattern.compile(
                    "\\Q" + key.replace(NAME, "\\E([A-Za-z0-9_-]+)\\Q") + "\\E", Pattern.CASE_INSENSITIVE);
        }

        /** {@code hotline.sms.modem.NAME.pin} as {@code HOTLINE_SMS_MODEM_(...)_PIN}. */
        Pattern environmentPattern() {
            String upper = environmentName(key.replace(NAME, "\0")).replace("\0", "\\E([A-Z0-9_]+)\\Q");
            return Pattern.compile("\\Q" + upper + "\\E");
        }
    }

    /** Reads the table packed beside this class. */
    static KnownSettings load() {
        InputStream table = KnownSettings.class.getResourceAsStream("/META-INF/hotline-settings.tsv");
        if (table == null) {
            throw new IllegalStateException("the table of settings is not packed");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return new KnownSettings(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(KnownSettings::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Known row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("not four cells: " + line);
        }
        return new Known(cells[0], SettingType.parse(cells[1]), cells[2], cells[3]);
    }

    /** The environment variable of a key: {@code hotline.sms.modems} is {@code HOTLINE_SMS_MODEMS}. */
    static String environmentName(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    List<Known> rows() {
        return rows;
    }

    /** The row a key from a file or {@code -D} belongs to, whatever its case. */
    Optional<Known> of(String key) {
        return rows.stream().filter(row -> row.pattern().matcher(key).matches()).findFirst();
    }
}
