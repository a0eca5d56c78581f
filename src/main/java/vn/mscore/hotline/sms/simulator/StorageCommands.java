package vn.mscore.hotline.sms.simulator;

import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.sms.simulator.MessageStore.Found;
import vn.mscore.hotline.sms.simulator.MessageStore.Slot;

/** Reading and clearing stored messages in PDU mode (3GPP TS 27.005 3, 4). */
final class StorageCommands {
    static final int INVALID_INDEX = 321;
    private static final int UNKNOWN_STORAGE = 302;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ModemState state;
    private final ModemStores stores;
    private final Reader reader;

    /** What the modem is told about each message that its user read or deleted. */
    interface Reader {
        void read(AirMessage message, String where);

        void deleted(AirMessage message, String where);

        void acknowledged(AtAnswer answer);
    }

    StorageCommands(ModemState state, ModemStores stores, Reader reader) {
        this.state = state;
        this.stores = stores;
        this.reader = reader;
    }

    void addTo(Map<String, AtHandler> table) {
        table.put("+CPMS", this::memories);
        table.put("+CMGL", this::list);
        table.put("+CMGR", this::read);
        table.put("+CMGD", this::delete);
        table.put("+CNMI", this::routing);
        table.put("+CSMS", this::service);
        table.put("+CNMA", (c, a) -> reader.acknowledged(a));
        table.put("+CMGF", StorageCommands::format);
        table.put("+CSAS", (c, a) -> {});
        table.put("+CRES", (c, a) -> {});
    }

    private static void format(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CMGF: 0");
            case TEST -> answer.line("+CMGF: (0)");
            default -> {
                if (command.number(0, 0) != 0) {
                    answer.cms(UNKNOWN_STORAGE);
                }
            }
        }
    }

    private void memories(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case TEST -> answer.line("+CPMS: (\"SM\",\"ME\",\"SR\"),(\"SM\",\"ME\"),(\"SM\",\"ME\")");
            case READ ->
                answer.line("+CPMS: "
                        + Stream.of(state.memories())
                                .map(name -> "\"" + name + "\"," + usage(name))
                                .collect(Collectors.joining(",")));
            case SET -> choose(command, answer);
            default ->
                answer.line(
                        "+CPMS: " + Stream.of(state.memories()).map(this::usage).collect(Collectors.joining(",")));
        }
    }

    private void choose(AtCommand command, AtAnswer answer) {
        String[] chosen = state.memories().clone();
        for (int i = 0; i < Math.min(3, command.arguments().size()); i++) {
            chosen[i] = command.text(i, chosen[i]);
            if (stores.byName(chosen[i]).isEmpty() || i > 0 && chosen[i].equals("SR")) {
                answer.cms(UNKNOWN_STORAGE);
                return;
            }
        }
        System.arraycopy(chosen, 0, state.memories(), 0, 3);
        answer.line("+CPMS: " + Stream.of(chosen).map(this::usage).collect(Collectors.joining(",")));
    }

    private String usage(String name) {
        MessageStore store = stores.named(name);
        return stores.used(store) + "," + store.size();
    }

    private MessageStore reading() {
        return stores.named(state.memories()[0]);
    }

    private void list(AtCommand command, AtAnswer answer) {
        if (command.kind() == AtCommand.Kind.TEST) {
            answer.line("+CMGL: (0-4)");
            return;
        }
        int stat = command.number(0, 0);
        if (stat < 0 || stat > 4) {
            answer.cms(UNKNOWN_STORAGE);
            return;
        }
        MessageStore store = reading();
        for (Found found : store.list(stat)) {
            store.read(found.index());
            answer.line("+CMGL: " + found.index() + "," + header(found.slot()));
            answer.line(pdu(found.slot().air().tpdu()));
            reader.read(found.slot().air(), store.name() + found.index());
        }
    }

    private void read(AtCommand command, AtAnswer answer) {
        MessageStore store = reading();
        int index = command.number(0, -1);
        store.read(index)
                .ifPresentOrElse(
                        slot -> {
                            answer.line("+CMGR: " + header(slot));
                            answer.line(pdu(slot.air().tpdu()));
                            reader.read(slot.air(), store.name() + index);
                        },
                        () -> answer.cms(INVALID_INDEX));
    }

    private static String header(Slot slot) {
        return slot.stat().ordinal() + ",," + slot.air().tpdu().length;
    }

    /** Service centre address and TPDU, as a modem writes them. */
    static String pdu(byte[] tpdu) {
        byte[] centre = AirPdu.address(GeneralCommands.SERVICE_CENTRE);
        centre[0] = (byte) (centre.length - 1);
        return HEX.formatHex(centre) + HEX.formatHex(tpdu);
    }

    private void delete(AtCommand command, AtAnswer answer) {
        MessageStore store = reading();
        if (command.kind() == AtCommand.Kind.TEST) {
            answer.line("+CMGD: (1-" + store.size() + "),(0-4)");
            return;
        }
        int index = command.number(0, -1);
        int flag = command.number(1, 0);
        if (flag == 0 && (index < 1 || index > store.size())) {
            answer.cms(INVALID_INDEX);
        } else if (flag == 0) {
            delete(store, index);
        } else {
            store.list(4).stream()
                    .filter(found -> matches(found.slot().stat(), flag))
                    .forEach(found -> delete(store, found.index()));
        }
    }

    private void delete(MessageStore store, int index) {
        store.delete(index).ifPresent(slot -> reader.deleted(slot.air(), store.name() + index));
    }

    /** delflag of 27.005 3.5.4: 1 read, 2 and sent, 3 and unsent, 4 all. */
    private static boolean matches(MessageStore.Stat stat, int flag) {
        return switch (stat) {
            case READ -> true;
            case SENT -> flag >= 2;
            case UNSENT -> flag >= 3;
            case UNREAD -> flag >= 4;
        };
    }

    private void routing(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case TEST -> answer.line("+CNMI: (0-2),(0-2),(0),(0-2),(0,1)");
            case READ ->
                answer.line("+CNMI: "
                        + java.util.Arrays.stream(state.routing())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(",")));
            default -> route(command, answer);
        }
    }

    private void route(AtCommand command, AtAnswer answer) {
        int[] limits = {3, 3, 3, 2, 1};
        int[] numbers = state.routing().clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = command.number(i, i < command.arguments().size() || i == 0 ? 0 : numbers[i]);
            if (numbers[i] < 0 || numbers[i] > limits[i]) {
                answer.cms(UNKNOWN_STORAGE);
                return;
            }
        }
        state.route(numbers);
    }

    private void service(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case TEST -> answer.line("+CSMS: (0,1)");
            case READ -> answer.line("+CSMS: " + state.service() + ",1,1,1");
            default -> {
                int phase = command.number(0, 0);
                if (phase < 0 || phase > 1) {
                    answer.cms(UNKNOWN_STORAGE);
                } else {
                    state.service(phase);
                    answer.line("+CSMS: 1,1,1");
                }
            }
        }
    }
}
