package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Decides who runs Asterisk and on which ports, before anybody reads it. */
final class ExchangeVoice {
    private static final String ASTERISK = "hotline.voice.asterisk";
    private static final String AGI_PORT = "hotline.voice.agi.port";
    private static final String SIP_PORT = "hotline.voice.sip.port";
    private static final String AMI = "hotline.voice.ami";

    private ExchangeVoice() {}

    /** Fills in what the deployer left open. */
    static void settle(GatewaySettings settings) throws StartRefused {
        boolean demo = settings.flag("hotline.demo");
        settings.putIfEmpty(ASTERISK, demo ? "private" : "off");
        if (demo) {
            // A softphone that listens here is rung by ordered calls.
            settings.putIfEmpty("hotline.voice.trunk.host", "127.0.0.1:5062");
        }
        if (!isPrivate(settings)) {
            return;
        }
        if (settings.number(AGI_PORT) == 0) {
            settings.put(AGI_PORT, Integer.toString(Ports.free("127.0.0.1")));
        }
        if (settings.text(AMI).endsWith(":0")) {
            settings.put(AMI, settings.text(AMI).replaceAll(":0$", ":" + Ports.free("127.0.0.1")));
        }
        if (settings.number(SIP_PORT) == 0) {
            settings.put(SIP_PORT, Integer.toString(freeForDatagrams()));
        }
    }

    static boolean isPrivate(GatewaySettings settings) {
        return settings.text(ASTERISK).equals("private");
    }

    private static int freeForDatagrams() throws StartRefused {
        try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("no free UDP port on this machine", e);
        }
    }
}
