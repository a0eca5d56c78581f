package vn.mscore.hotline.sms.http;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Settings.WrongSetting;

/**
 * One line of {@code hotline.sms.http}.
 *
 * @param name the deployer's name for it
 * @param mapping what its file says
 * @param sender our short code, number or brand name: {@code {from}}
 * @param password what the aggregator knows us by, usually {@code ENC(...)}
 * @param secret what we know the aggregator by: token, or key of its signatures
 */
record HttpSettings(String name, Mapping mapping, String sender, String password, String secret) {
    static final String LIST = "hotline.sms.http";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,30}");
    private static final String PRINTABLE = "[\\x20-\\x7e]{0,%d}";
    private static final int LONGEST_SENDER = 20;
    private static final int LONGEST_SECRET = 200;
    private static final int SHORTEST_SECRET = 16;

    /** All lines; none when the setting is empty. Whatever is wrong refuses the start and is named. */
    static List<HttpSettings> read(Settings settings) {
        List<HttpSettings> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String entry : settings.text(LIST).orElse("").split(",")) {
            if (!entry.isBlank()) {
                String[] parts = entry.strip().split("=", 2);
                String name = parts[0].strip();
                boolean shaped = parts.length == 2 && NAME.matcher(name).matches();
                WrongSetting.unless(shaped, LIST, "must be a list of name=FILE");
                WrongSetting.unless(taken.add(name), LIST, "names a line twice");
                lines.add(of(settings, MappingFile.read(name, Path.of(parts[1].strip()))));
            }
        }
        own(lines);
        return lines;
    }

    // A signature says nothing of the line it was made for: with one key for two, a call to one could be played to the
    // other, which has not seen its id, as a second ticket.
    private static void own(List<HttpSettings> lines) {
        Set<String> secrets = new HashSet<>();
        for (HttpSettings line : lines) {
            boolean first = line.mapping().check().isEmpty() || secrets.add(line.secret());
            boolean signs = lines.stream()
                    .filter(other -> other.secret().equals(line.secret()))
                    .anyMatch(other -> other.mapping()
                            .check()
                            .flatMap(CallCheck::signature)
                            .isPresent());
            WrongSetting.unless(
                    first || !signs, key(line.name()) + ".secret", "is that of another line: each needs its own");
        }
    }

    /** The line that {@code file} describes. */
    static HttpSettings of(Settings settings, MappingFile file) {
        Mapping mapping = Mapping.read(file);
        String key = key(file.name());
        HttpSettings line = new HttpSettings(
                file.name(),
                mapping,
                printable(settings, key + ".sender", LONGEST_SENDER),
                printable(settings, key + ".password", LONGEST_SECRET),
                printable(settings, key + ".secret", LONGEST_SECRET));
        Set<Placeholder> used = mapping.send().places();
        needed(used.contains(Placeholder.FROM), line.sender(), 1, key + ".sender");
        needed(used.contains(Placeholder.PASSWORD), line.password(), 1, key + ".password");
        boolean calls = mapping.check().isPresent();
        needed(calls || used.contains(Placeholder.SECRET), line.secret(), SHORTEST_SECRET, key + ".secret");
        return line;
    }

    private static String printable(Settings settings, String key, int longest) {
        String text = settings.text(key).map(String::strip).orElse("");
        WrongSetting.unless(
                text.matches(PRINTABLE.formatted(longest)), key, "must have at most " + longest + " plain characters");
        return text;
    }

    private static void needed(boolean used, String value, int shortest, String key) {
        String why = shortest == 1
                ? "is missing, and the line's file uses it"
                : "must have at least " + shortest + " characters";
        WrongSetting.unless(!used || value.length() >= shortest, key, why);
    }

    /** What the keys of one line begin with. */
    static String key(String name) {
        return LIST + "." + name;
    }

    /** Without password and secret. */
    @Override
    public String toString() {
        return "HttpSettings[" + name + "]";
    }
}
