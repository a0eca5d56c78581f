package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The filter of {@code ivr-scripts/examples/fail2ban} as fail2ban 1.0 reads it: its date is cut off, its host spelled out. */
public final class ShutOutFilter {
    /** The example. */
    public static final Path FILE = Path.of("ivr-scripts/examples/fail2ban/filter.conf");

    private static final Pattern DATE = Pattern.compile("^\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d]");

    /** {@code <HOST>} of fail2ban.server.failregex with {@code usedns}: the last branch is a name. */
    private static final String HOST = "(?:(?:::f{4,6}:)?(?<ip4>(?:\\d{1,3}\\.){3}\\d{1,3})"
            + "|\\[?(?<ip6>(?:[0-9a-fA-F]{1,4}::?|::){1,7}(?:[0-9a-fA-F]{1,4}\\b|(?<=:)))\\]?"
            + "|(?<dns>[\\w\\-.^_]*\\w))";

    private final Pattern expression;

    private ShutOutFilter(String failregex) {
        expression = Pattern.compile(failregex.replace("<HOST>", HOST));
    }

    /** Reads the example. */
    public static ShutOutFilter read() throws IOException {
        return new ShutOutFilter(Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("failregex = "))
                .map(line -> line.substring("failregex = ".length()))
                .findFirst()
                .orElseThrow());
    }

    /** Whom a line counts against. */
    public Optional<String> shutsOut(String line) {
        Matcher date = DATE.matcher(line);
        Matcher found = expression.matcher(date.find() ? line.substring(date.end()) : "");
        return Optional.of(found).filter(Matcher::find).flatMap(match -> Stream.of("ip4", "ip6", "dns")
                .map(match::group)
                .filter(host -> host != null)
                .findFirst());
    }
}
