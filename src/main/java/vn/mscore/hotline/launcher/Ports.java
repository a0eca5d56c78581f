package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of this start: port 0 means any free one; the demo gets a simulated modem when no modem is set. */
final class Ports {
    private static final String HTTP_PORT = "hotline.http.port";
    private static final String SIMULATOR_PORT = "hotline.simulator.port";

    private Ports() {}

    static void choose(GatewaySettings settings) throws StartRefused {
        String address = settings.text("hotline.http.address");
        int wanted = settings.number(HTTP_PORT);
        settings.put(HTTP_PORT, Integer.toString(wanted == 0 ? free("127.0.0.1") : taken(address, wanted)));
        if (settings.flag("hotline.demo") && settings.text("hotline.sms.modems").isEmpty()) {
            int set = settings.number(SIMULATOR_PORT);
            int port = set == 0 ? free("127.0.0.1") : set;
            settings.put(SIMULATOR_PORT, Integer.toString(port));
            settings.put("hotline.sms.modems", "demo=tcp://127.0.0.1:" + port);
            // Nobody blocks a simulated SIM for sending fast, and a newcomer should not wait.
            settings.put("hotline.sms.modem.demo.pace", "10/s");
        }
    }

    private static int taken(String address, int port) throws StartRefused {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused(
                    "cannot listen on " + address + " port " + port + ": " + e.getMessage() + " (hotline.http.port)",
                    e);
        }
    }

    static int free(String address) throws StartRefused {
        return taken(address, 0);
    }
}
