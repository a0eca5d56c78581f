package vn.mscore.hotline.house;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import vn.mscore.hotline.sms.simulator.ModemSettings;
import vn.mscore.hotline.sms.simulator.PhoneMessage;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.SimulatedNetwork;
import vn.mscore.hotline.sms.simulator.Switch;
import vn.mscore.hotline.sms.simulator.Switches;

/** A simulated network with one modem, living in the test: it stays when the gateway is killed. */
public final class Air implements AutoCloseable {
    /** The number of the modem's SIM. */
    public static final String OFFICE = "+84961000001";

    private static final int SLOTS = 50;

    private final Switches switches = new Switches();
    private final SimulatedNetwork network;
    private final SimulatedModem modem;

    /** Writes what enters and leaves the modem to {@code history}. */
    public Air(Path history) {
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "air");
            thread.setDaemon(true);
            return thread;
        };
        network = new SimulatedNetwork(Clock.systemUTC(), threads, switches, SimulatedNetwork.DONG_PER_PART);
        modem = new SimulatedModem(
                ModemSettings.of(OFFICE, SLOTS).withHistory(history),
                network,
                switches,
                new SimulatedModem.ModemClockwork(Clock.systemUTC(), threads));
        modem.start();
    }

    /** The modem's address for {@code hotline.sms.modems}. */
    public String address() {
        return modem.address();
    }

    /** A citizen texts the office. */
    public void text(String from, String text) {
        network.text(from, OFFICE, text);
    }

    /** Puts any SMS-DELIVER on the air, for what no phone would write. */
    public void raw(byte[] tpdu) {
        network.raw(OFFICE, tpdu, "raw");
    }

    /** What {@code phone} received, once it has {@code count} messages or the limit has passed. */
    public List<String> received(String phone, int count, Duration limit) throws InterruptedException {
        return network.awaitReceived(phone, count, limit).stream()
                .filter(message -> message.direction() == PhoneMessage.Direction.RECEIVED)
                .map(PhoneMessage::text)
                .toList();
    }

    /** How many messages a phone has received so far. */
    public int answers(String phone) {
        return (int) network.messages(phone).stream()
                .filter(message -> message.direction() == PhoneMessage.Direction.RECEIVED)
                .count();
    }

    /** Calls {@code watcher} at every step of every message, before the modem answers its user. */
    public void watch(Consumer<PhoneMessage> watcher) {
        network.watch(watcher);
    }

    /** Makes modem or network misbehave. */
    public void turn(Switch which, int position) {
        switches.set(which, position);
    }

    @Override
    public void close() {
        modem.close();
        network.close();
    }
}
