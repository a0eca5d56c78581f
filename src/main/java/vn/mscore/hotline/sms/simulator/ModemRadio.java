package vn.mscore.hotline.sms.simulator;

import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Stage;

/** The modem's end of the air: takes what the network brings and tells its user (3GPP TS 27.005 3.4.1). */
final class ModemRadio implements Subscriber, StorageCommands.Reader {
    private static final int NOTHING_EXPECTED = 340;
    private static final int ACKNOWLEDGE_SECONDS = 15;

    private final String number;
    private final ModemState state;
    private final ModemStores stores;
    private final Switches switches;
    private final ModemHistory history;
    private final SimulatedNetwork network;
    private final Ringing ringing;
    private volatile Wire wire;
    private AirMessage unacknowledged;

    /** The parts of a modem that its radio works on. */
    record Inside(ModemState state, ModemStores stores, Switches switches, ModemHistory history) {}

    ModemRadio(ModemSettings settings, Inside inside, SimulatedNetwork network) {
        this.number = settings.number();
        this.state = inside.state();
        this.stores = inside.stores();
        this.switches = inside.switches();
        this.history = inside.history();
        this.network = network;
        this.ringing = new Ringing(state, network.air(), this::tell);
    }

    Ringing ringing() {
        return ringing;
    }

    void switchOn() {
        network.attach(this);
    }

    void switchOff() {
        network.detach(this);
        ringing.hangUp();
    }

    void connect(Wire newcomer) {
        wire = newcomer;
    }

    /** A message handed over but not acknowledged goes to the SIM, as the standard has it. */
    void disconnect(Wire leaver) {
        if (wire == leaver) {
            wire = null;
            keepUnacknowledged();
        }
    }

    void available() {
        network.available(this);
    }

    /** An unsolicited line to whoever is on the cable. */
    void tell(String line) {
        Wire user = wire;
        if (user != null && !switches.on(Switch.HANG)) {
            user.write("\r\n" + line + "\r\n");
        }
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public boolean take(AirMessage message) {
        return reachable() && (message.report() ? takeReport(message) : takeText(message));
    }

    private boolean reachable() {
        return state.lock() == ModemState.Lock.READY && !switches.on(Switch.NO_NETWORK);
    }

    private boolean someoneListens() {
        return wire != null && !switches.on(Switch.HANG);
    }

    private boolean takeText(AirMessage message) {
        return state.messageRouting() == 2 && someoneListens()
                ? handOver("+CMT: ,", message)
                : store(message, state.memories()[2], state.messageRouting() == 1 ? "+CMTI: " : "");
    }

    private boolean takeReport(AirMessage report) {
        if (state.reportRouting() == 0) {
            return true;
        }
        if (state.reportRouting() == 2 || !someoneListens()) {
            return store(report, "SR", state.reportRouting() == 2 ? "+CDSI: " : "");
        }
        return handOver("+CDS: ", report);
    }

    private synchronized boolean handOver(String label, AirMessage message) {
        if (unacknowledged != null) {
            return false;
        }
        history.note("delivered", message, label.substring(1, 4));
        network.reached(message, message.report() ? Stage.REPORTED : Stage.IN_MODEM);
        boolean mustAcknowledge = state.service() == 1;
        unacknowledged = mustAcknowledge ? message : null;
        tell(label + message.tpdu().length + "\r\n" + StorageCommands.pdu(message.tpdu()));
        if (mustAcknowledge) {
            network.air().schedule(() -> expire(message), ACKNOWLEDGE_SECONDS, TimeUnit.SECONDS);
        } else {
            passed(message, label.substring(1, 4));
        }
        return true;
    }

    private void passed(AirMessage message, String where) {
        if (!message.report()) {
            read(message, where);
            history.note("deleted", message, where);
            network.reached(message, Stage.STORED);
        }
    }

    private void expire(AirMessage message) {
        synchronized (this) {
            if (unacknowledged != message) {
                return;
            }
        }
        state.route(new int[] {state.routing()[0], 0, 0, 0, 0});
        keepUnacknowledged();
    }

    private void keepUnacknowledged() {
        AirMessage kept;
        synchronized (this) {
            kept = unacknowledged;
            unacknowledged = null;
        }
        if (kept != null) {
            store(kept, kept.report() ? "SR" : state.memories()[2], "");
        }
        available();
    }

    private boolean store(AirMessage message, String memory, String label) {
        MessageStore store = stores.named(memory);
        int index = stores.full(store) ? 0 : store.put(MessageStore.Stat.UNREAD, message);
        if (index == 0) {
            return false;
        }
        history.note("delivered", message, memory + index);
        network.reached(message, message.report() ? Stage.REPORTED : Stage.IN_MODEM);
        if (!label.isEmpty()) {
            tell(label + "\"" + memory + "\"," + index);
        }
        return true;
    }

    @Override
    public void read(AirMessage message, String where) {
        history.note("read", message, where);
        reached(message, Stage.READ);
    }

    private void reached(AirMessage message, Stage stage) {
        if (!message.report()) {
            network.reached(message, stage);
        }
    }

    @Override
    public void deleted(AirMessage message, String where) {
        history.note("deleted", message, where);
        reached(message, Stage.STORED);
        available();
    }

    @Override
    public void acknowledged(AtAnswer answer) {
        AirMessage done;
        synchronized (this) {
            done = unacknowledged;
            unacknowledged = null;
        }
        if (done == null) {
            answer.cms(NOTHING_EXPECTED);
        } else {
            passed(done, "CNMA");
            answer.afterwards(this::available);
        }
    }

    @Override
    public void ring(String caller) {
        ringing.start(caller);
    }

    /** Hands a part to the network and notes it. */
    Runnable submit(byte[] tpdu) {
        Runnable after = network.submit(this, tpdu);
        Submitted part = Submitted.read(tpdu);
        history.note("submitted", new AirMessage(0, part.concatenation()[2], false, tpdu, part.text()), part.to());
        return after;
    }
}
