package vn.mscore.hotline.console;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Language;

/** The words of the screens: {@code console/words_vi.properties}, {@code words_vi_AREA.properties} and the same in English. */
@Singleton
public class Words {
    /** The areas that may have a file of their own; a key stands in one file only. */
    public static final List<String> AREAS = List.of(
            "",
            "access",
            "admin",
            "audit",
            "case",
            "leader",
            "life",
            "officer",
            "petition",
            "queue",
            "report",
            "requests",
            "sealed",
            "voice",
            "workbench");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Map<Language, Properties> words = Map.of(Language.VI, load("vi"), Language.EN, load("en"));

    /** Reads all files once. */
    @Inject
    public Words() {}

    /** Of a sentence written "Vietnamese / English" the half in {@code language}; all of one that is not. */
    public static String half(Language language, String both) {
        int cut = both.indexOf(" / ");
        if (cut < 0) {
            return both;
        }
        return language == Language.EN ? both.substring(cut + 3) : both.substring(0, cut);
    }

    /** The words of {@code key} with {@code {0}}, {@code {1}}... filled in; the key itself when there are none. */
    public String say(Language language, String key, Object... values) {
        Properties known = words.getOrDefault(language, words.get(Language.VI));
        String text = known.getProperty(key, key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** Whether there are words for {@code key}. */
    public boolean has(Language language, String key) {
        return words.getOrDefault(language, words.get(Language.VI)).containsKey(key);
    }

    /**
     * The words for an English phrase of ours, the phrase itself where there are none. Its numbers are the values: {@code no
     * network for 5 min} has the key {@code PREFIX.no-network-for-n-min}.
     */
    public String phrase(Language language, String prefix, String text) {
        String key = prefix + "."
                + NUMBER.matcher(text).replaceAll("n").toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        Object[] values = NUMBER.matcher(text).results().map(MatchResult::group).toArray();
        return has(language, key) ? say(language, key, values) : text;
    }

    private static Properties load(String language) {
        Properties all = new Properties();
        for (String area : AREAS) {
            String file = "/console/words_" + language + (area.isEmpty() ? "" : "_" + area) + ".properties";
            try (InputStream in = Words.class.getResourceAsStream(file)) {
                if (in != null) {
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                    all.load(reader);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
