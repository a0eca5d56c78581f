package vn.mscore.hotline.sms.simulator;

import java.util.Map;
import java.util.Optional;

/** The three storages of a modem: SIM, memory of its own, status reports. */
final class ModemStores {
    private static final int OWN_SIZE = 100;
    private static final int REPORTS_SIZE = 50;

    private final Switches switches;
    private final Map<String, MessageStore> stores;

    ModemStores(int simSlots, Switches switches) {
        this.switches = switches;
        this.stores = Map.of(
                "SM", new MessageStore("SM", simSlots),
                "ME", new MessageStore("ME", OWN_SIZE),
                "SR", new MessageStore("SR", REPORTS_SIZE));
    }

    Optional<MessageStore> byName(String name) {
        return Optional.ofNullable(stores.get(name));
    }

    MessageStore named(String name) {
        return stores.get(name);
    }

    /** Places in use, as +CPMS tells them. */
    int used(MessageStore store) {
        return full(store) ? store.size() : store.used();
    }

    boolean full(MessageStore store) {
        return store.name().equals("SM") && switches.on(Switch.SIM_FULL);
    }
}
