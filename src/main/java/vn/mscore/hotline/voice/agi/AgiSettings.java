package vn.mscore.hotline.voice.agi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;

/**
 * How the exchange reaches us (security R25).
 *
 * @param wanted whether there is an exchange, {@code hotline.voice.asterisk} is not {@code off}
 * @param address where we listen, loopback unless told otherwise
 * @param port its port; 0 takes any free one
 * @param peers who may connect
 * @param maxCalls most calls at once
 * @param patience how long the exchange may take to play a prompt before the connection is given up
 */
record AgiSettings(
        boolean wanted, InetAddress address, int port, Set<InetAddress> peers, int maxCalls, Duration patience) {
    private static final String ADDRESS = "hotline.voice.agi.address";
    private static final String PEERS = "hotline.voice.agi.peers";
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final int PORT = 4573;
    private static final int HIGHEST_PORT = 65_535;
    private static final int CALLS = 60;
    private static final int MOST_CALLS = 1000;

    static AgiSettings from(Settings settings) {
        InetAddress address = address(ADDRESS, settings.text(ADDRESS).orElse("127.0.0.1"));
        Stream<InetAddress> named = Arrays.stream(
                        settings.text(PEERS).orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> address(PEERS, text));
        return new AgiSettings(
                !settings.text("hotline.voice.asterisk").orElse("off").equals("off"),
                address,
                settings.number("hotline.voice.agi.port", PORT, 0, HIGHEST_PORT),
                Stream.concat(Stream.of(InetAddress.getLoopbackAddress()), named)
                        .collect(Collectors.toUnmodifiableSet()),
                settings.number("hotline.voice.maxcalls", CALLS, 1, MOST_CALLS),
                Duration.ofSeconds(settings.number("hotline.voice.agi.patience", 90, 1, 120)));
    }

    // A name would be asked of a name server, whose answer then decides who may connect.
    private static InetAddress address(String key, String text) {
        Settings.WrongSetting.unless(LITERAL.matcher(text).matches(), key, "must be addresses in figures");
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new Settings.WrongSetting(key, "must be addresses in figures");
        }
    }
}
