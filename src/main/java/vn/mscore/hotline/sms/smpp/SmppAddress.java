package vn.mscore.hotline.sms.smpp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * Where a message centre is: {@code smpp://user@host:port?bind=transceiver&window=10&tls=false}.
 *
 * @param user the system_id, at most 15 characters (SMPP 3.4 4.1.1)
 * @param host name or address
 * @param port 1 to 65535
 * @param pair true for two sessions, one transmitter and one receiver; false for one transceiver
 * @param window submissions without an answer at the same time, 1 to 100
 * @param tls whether the connection is TLS with the name verified; {@code smpps://} says so too
 */
record SmppAddress(String user, String host, int port, boolean pair, int window, boolean tls) {
    private static final Pattern SHAPE = Pattern.compile(
            "(smpps?)://([^@/?#\\s]{1,15})@(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})/?(?:\\?(.*))?");
    private static final Set<String> KEYS = Set.of("bind", "window", "tls");
    private static final int DEFAULT_WINDOW = 10;
    private static final int WIDEST = 100;
    private static final int LAST_PORT = 65_535;

    /** Reads an address; what is refused is said without the user. */
    static SmppAddress parse(String text) {
        Matcher shape = SHAPE.matcher(text);
        Require.that(shape.matches(), "not smpp://user@host:port");
        Map<String, String> query = query(shape.group(5));
        int port = Integer.parseInt(shape.group(4));
        Require.that(port >= 1 && port <= LAST_PORT, "without a port between 1 and 65535");
        return new SmppAddress(
                shape.group(2),
                shape.group(3).replaceAll("[\\[\\]]", ""),
                port,
                pair(query.getOrDefault("bind", "transceiver")),
                window(query.getOrDefault("window", Integer.toString(DEFAULT_WINDOW))),
                tls(query.get("tls"), shape.group(1)));
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
            String[] words = pair.split("=", 2);
            Require.that(KEYS.contains(words[0]), "with the unknown key " + words[0]);
            Require.that(words.length == 2 && query.put(words[0], words[1]) == null, "with a bad " + words[0]);
        }
        return query;
    }

    private static boolean pair(String bind) {
        Require.that(bind.equals("transceiver") || bind.equals("pair"), "with a bind other than transceiver and pair");
        return bind.equals("pair");
    }

    private static int window(String text) {
        int window = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        Require.that(window >= 1 && window <= WIDEST, "with a window that is not 1 to " + WIDEST);
        return window;
    }

    private static boolean tls(String flag, String scheme) {
        Require.that(
                flag == null || flag.equals("true") || flag.equals("false"), "with a tls other than true and false");
        boolean secure = scheme.equals("smpps");
        Require.that(!secure || !"false".equals(flag), "smpps with tls=false");
        return secure || "true".equals(flag);
    }

    /** Without the user. */
    @Override
    public String toString() {
        return (tls ? "smpps://" : "smpp://") + host + ":" + port;
    }
}
