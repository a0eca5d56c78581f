package vn.mscore.hotline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a request's head, by their names in small letters, as RFC 9110 (5.1, 5.5) and 9112 (6) want them. What the
 * container reads one way and a proxy before it another could smuggle a second request in.
 */
record HeadFields(Map<String, List<String>> lines) {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /** Our pages set four; others of the same machine may have set some. */
    private static final int MOST_COOKIES = 100;

    private static final int BAD = 400;
    private static final int TOO_LARGE = 431;

    static HeadFields of(HttpServletRequest request) {
        Map<String, List<String>> lines = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            lines.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return new HeadFields(lines);
    }

    /** The status that they deserve, 0 for none. */
    int refusal() {
        if (!lines.keySet().stream().allMatch(name -> NAME.matcher(name).matches()) || hasControls() || !isFramed()) {
            return BAD;
        }
        return cookies() > MOST_COOKIES ? TOO_LARGE : 0;
    }

    /** Whether a body comes that does not say what it is. */
    boolean isUntypedBody() {
        boolean body = !of("transfer-encoding").isEmpty()
                || of("content-length").stream().anyMatch(length -> !length.equals("0"));
        return body && of("content-type").isEmpty();
    }

    private boolean hasControls() {
        return lines.values().stream().flatMap(List::stream).anyMatch(value -> value.chars()
                .anyMatch(c -> c < ' ' && c != '\t' || c == '\u007f'));
    }

    /** Whether nobody can be of two minds about where the body ends. */
    private boolean isFramed() {
        List<String> framing = new ArrayList<>(of("content-length"));
        boolean lengths =
                framing.stream().allMatch(length -> LENGTH.matcher(length).matches());
        List<String> codings = of("transfer-encoding");
        framing.addAll(codings);
        return lengths && framing.size() < 2 && codings.stream().allMatch("chunked"::equalsIgnoreCase);
    }

    private long cookies() {
        return of("cookie").stream()
                .mapToLong(line -> 1 + line.chars().filter(c -> c == ';').count())
                .sum();
    }

    private List<String> of(String name) {
        return lines.getOrDefault(name, List.of());
    }
}
