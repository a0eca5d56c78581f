package vn.mscore.hotline.sms.simulator;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.sms.simulator.AtCommand.Kind;

/** Sending in PDU mode: the prompt, the network's answer, and all that can go wrong (3GPP TS 27.005 4.3, 4.4, 4.7). */
final class SubmitCommands {
    private static final int INVALID_PDU = 304;
    private static final int SIM_PIN = 311;
    private static final int NO_NETWORK = 331;
    private static final int MEMORY_FULL = 322;
    private static final int UNKNOWN_ERROR = 500;

    private final ModemState state;
    private final ModemStores stores;
    private final Switches switches;
    private final Network network;

    /** The way to the network: gives what to do after the answer, or throws when it refuses the PDU. */
    interface Network {
        Runnable submit(byte[] tpdu);
    }

    SubmitCommands(ModemState state, ModemStores stores, Switches switches, Network network) {
        this.state = state;
        this.stores = stores;
        this.switches = switches;
        this.network = network;
    }

    void addTo(Map<String, AtHandler> table) {
        table.put("+CMGS", this::send);
        table.put("+CMGW", this::write);
        table.put("+CMSS", this::sendStored);
    }

    private void send(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.TEST) {
            return;
        }
        if (state.lock() != ModemState.Lock.READY) {
            answer.cms(SIM_PIN);
        } else if (switches.strikes(Switch.LOSE_PROMPT)) {
            answer.lose();
        } else {
            answer.prompt((data, after) -> submit("+CMGS: ", tpdu(data, command.number(0, -1)), after));
        }
    }

    private void write(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.TEST) {
            return;
        }
        answer.prompt((data, after) -> {
            byte[] tpdu = tpdu(data, command.number(0, -1));
            MessageStore store = stores.named(state.memories()[1]);
            MessageStore.Stat stat = command.number(1, 2) == 3 ? MessageStore.Stat.SENT : MessageStore.Stat.UNSENT;
            int index = tpdu.length == 0 || stores.full(store)
                    ? 0
                    : store.put(stat, new AirMessage(0, 1, false, tpdu, "written"));
            if (tpdu.length == 0) {
                after.cms(INVALID_PDU);
            } else if (index == 0) {
                after.cms(MEMORY_FULL);
            } else {
                after.line("+CMGW: " + index);
            }
        });
    }

    private void sendStored(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.TEST) {
            return;
        }
        MessageStore store = stores.named(state.memories()[1]);
        int index = command.number(0, -1);
        store.at(index)
                .ifPresentOrElse(
                        slot -> {
                            submit("+CMSS: ", slot.air().tpdu().clone(), answer);
                            store.sent(index);
                        },
                        () -> answer.cms(StorageCommands.INVALID_INDEX));
    }

    private void submit(String label, byte[] tpdu, AtAnswer answer) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(switches.get(Switch.SUBMIT_DELAY)));
        if (tpdu.length < 2) {
            answer.cms(INVALID_PDU);
        } else if (switches.on(Switch.NO_NETWORK)) {
            answer.cms(NO_NETWORK);
        } else if (switches.strikes(Switch.SUBMIT_ERROR)) {
            int code = switches.get(Switch.SUBMIT_ERROR_CODE);
            answer.cms(code == 0 ? UNKNOWN_ERROR : code);
        } else {
            accepted(label, tpdu, answer);
        }
    }

    private void accepted(String label, byte[] tpdu, AtAnswer answer) {
        int reference = state.nextReference();
        tpdu[1] = (byte) reference;
        try {
            answer.afterwards(network.submit(tpdu));
        } catch (IllegalArgumentException refused) {
            answer.cms(INVALID_PDU);
            return;
        }
        answer.line(label + reference);
        if (switches.strikes(Switch.LOSE_ANSWER)) {
            answer.lose();
        }
    }

    /** Hex to TPDU without service centre; empty when it is no hex or not as long as announced. */
    private static byte[] tpdu(String data, int length) {
        try {
            byte[] all = HexFormat.of().parseHex(data.replaceAll("\\s", ""));
            int centre = all.length == 0 ? 0 : (all[0] & 0xFF) + 1;
            return all.length - centre == length ? Arrays.copyOfRange(all, centre, all.length) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
