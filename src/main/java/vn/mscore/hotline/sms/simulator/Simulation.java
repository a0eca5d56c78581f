package vn.mscore.hotline.sms.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;

/** A running network with one modem called {@code demo} by the gateway, its switches and its feed of changes. */
@Vetoed
public final class Simulation implements AutoCloseable {
    private final Switches switches = new Switches();
    private final Feed feed = new Feed();
    private final SimulatedNetwork network;
    private final SimulatedModem modem;
    private final int dongPerPart;

    /** Starts everything; on return the modem accepts the gateway. */
    public Simulation(ModemSettings settings, int dongPerPart, Clock clock, ThreadFactory threads) {
        this.dongPerPart = dongPerPart;
        network = new SimulatedNetwork(clock, threads, switches, dongPerPart);
        modem = new SimulatedModem(settings, network, switches, new SimulatedModem.ModemClockwork(clock, threads));
        network.watch(message -> feed.add("message", message.id()));
        switches.watch(which -> feed.add("switches", 0));
        modem.start();
    }

    /** The positions of the switches. */
    public Switches switches() {
        return switches;
    }

    /** What changed. */
    public Feed feed() {
        return feed;
    }

    /** The phones and the service centre. */
    public SimulatedNetwork network() {
        return network;
    }

    /** The gateway's modem. */
    public SimulatedModem modem() {
        return modem;
    }

    /** What a part costs, in dong. */
    public int dongPerPart() {
        return dongPerPart;
    }

    @Override
    public void close() {
        modem.close();
        network.close();
    }
}
