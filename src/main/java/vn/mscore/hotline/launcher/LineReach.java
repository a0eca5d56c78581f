package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the modems and message centres of the settings are there at all; says nothing to them. */
final class LineReach {
    private static final int CONNECT_MILLIS = 3000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private LineReach() {}

    /** One sentence for each that is not. */
    static List<String> unreachable(GatewaySettings settings) {
        List<String> faults = new ArrayList<>();
        for (String key : List.of("hotline.sms.modems", "hotline.sms.smpp")) {
            settings.lines(key).forEach((name, address) -> {
                if (!reachable(address)) {
                    faults.add(name + ": nothing at " + address.replaceAll("//.*@", "//"));
                }
            });
        }
        settings.lines("hotline.sms.http")
                .forEach((name, file) -> aggregator(Path.of(file), name).ifPresent(faults::add));
        return faults;
    }

    /** What the file says besides is read by the gateway itself, which refuses to start with a wrong one. */
    private static Optional<String> aggregator(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            Optional<String> address = lines.map(String::strip)
                    .filter(line -> line.matches("send\\.url\\s*=.*"))
                    .map(line -> line.split("=", 2)[1].strip().replaceAll("(//[^/?]*).*", "$1"))
                    .findFirst();
            boolean there = address.isPresent() && reachable(address.get());
            return there
                    ? Optional.empty()
                    : Optional.of(name + ": nothing at " + address.orElse("send.url of " + file));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(name + ": file " + file + " cannot be read");
        }
    }

    private static boolean reachable(String address) {
        if (address.startsWith("serial:")) {
            return Files.isReadable(
                    Path.of(address.substring("serial:".length()).split("\\?")[0]));
        }
        try (Socket socket = new Socket()) {
            URI uri = URI.create(address);
            socket.connect(new InetSocketAddress(uri.getHost(), port(uri)), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            // No address at all, such as the path of a device without "serial:", is nothing either.
            return false;
        }
    }

    private static int port(URI uri) {
        boolean given = uri.getPort() > 0;
        return given ? uri.getPort() : "https".equals(uri.getScheme()) ? HTTPS : HTTP;
    }
}
