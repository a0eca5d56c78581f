package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the modems and message centres of the settings are there at all; says nothing to them. */
final class LineReach {
    private static final int CONNECT_MILLIS = 3000;

    private LineReach() {}

    /** One sentence for each that is not. */
    static List<String> unreachable(GatewaySettings settings) {
        List<String> faults = new ArrayList<>();
        String lines = settings.text("hotline.sms.modems") + "," + settings.text("hotline.sms.smpp");
        for (String line : lines.split(",")) {
            String[] parts = line.trim().split("=", 2);
            if (parts.length == 2 && !reachable(parts[1])) {
                faults.add(parts[0] + ": nothing at " + parts[1].replaceAll("//.*@", "//"));
            }
        }
        return faults;
    }

    private static boolean reachable(String address) {
        if (address.startsWith("serial:")) {
            return Files.isReadable(
                    Path.of(address.substring("serial:".length()).split("\\?")[0]));
        }
        URI uri = URI.create(address);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
