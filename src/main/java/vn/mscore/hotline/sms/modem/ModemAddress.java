package vn.mscore.hotline.sms.modem;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * Where a modem is: {@code tcp://host:port} or {@code serial:/dev/serial/by-id/X?baud=115200}.
 *
 * @param text as written
 */
record ModemAddress(String text) {
    private static final Pattern SERIAL = Pattern.compile("serial:(/[^?]+)(?:\\?baud=(\\d{3,7}))?");
    private static final int DEFAULT_BAUD = 115_200;

    /** Refuses anything else. */
    ModemAddress {
        Require.that(SERIAL.matcher(text).matches() || tcp(text) != null, "neither tcp://host:port nor serial:/path");
    }

    private static URI tcp(String text) {
        try {
            URI uri = new URI(text);
            boolean whole = "tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0;
            return whole && uri.getPort() < 65_536 ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether it is a port of this machine. */
    boolean isSerial() {
        return text.startsWith("serial:");
    }

    /** Opens the wire with threads of {@code threads}. */
    AtPort.Opener opener(ThreadFactory threads) {
        return () -> open(threads);
    }

    private AtPort open(ThreadFactory threads) throws AtPort.PortUnavailable {
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches()) {
            int baud = serial.group(2) == null ? DEFAULT_BAUD : Integer.parseInt(serial.group(2));
            return SerialAtPort.open(Path.of(serial.group(1)), baud, threads);
        }
        URI uri = tcp(text);
        return TcpAtPort.open(uri.getHost(), uri.getPort());
    }
}
