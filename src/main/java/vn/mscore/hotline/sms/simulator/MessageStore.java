package vn.mscore.hotline.sms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One message storage of a modem (3GPP TS 27.005 3.2.2): numbered places, the first one is 1. */
final class MessageStore {
    private final String name;
    private final Slot[] slots;

    MessageStore(String name, int size) {
        this.name = name;
        this.slots = new Slot[size];
    }

    /** State of a stored message (27.005 3.1, stat in PDU mode). */
    enum Stat {
        UNREAD,
        READ,
        UNSENT,
        SENT
    }

    /** A stored message; {@code air} names what the network brought, or holds a bare TPDU written by the user. */
    record Slot(Stat stat, AirMessage air) {}

    /** A place and what lies there. */
    record Found(int index, Slot slot) {}

    String name() {
        return name;
    }

    int size() {
        return slots.length;
    }

    synchronized int used() {
        return list(4).size();
    }

    /** Puts a message into the first free place; gives its index, 0 when there is none. */
    synchronized int put(Stat stat, AirMessage air) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == null) {
                slots[i] = new Slot(stat, air);
                return i + 1;
            }
        }
        return 0;
    }

    synchronized Optional<Slot> at(int index) {
        return index < 1 || index > slots.length ? Optional.empty() : Optional.ofNullable(slots[index - 1]);
    }

    /** Reads a place and marks it read. */
    synchronized Optional<Slot> read(int index) {
        Optional<Slot> slot = at(index);
        slot.filter(s -> s.stat() == Stat.UNREAD).ifPresent(s -> slots[index - 1] = new Slot(Stat.READ, s.air()));
        return slot;
    }

    synchronized void sent(int index) {
        at(index).ifPresent(s -> slots[index - 1] = new Slot(Stat.SENT, s.air()));
    }

    /** The messages of a state, 4 for all (27.005 4.1). */
    synchronized List<Found> list(int stat) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != null && (stat == 4 || slots[i].stat().ordinal() == stat)) {
                found.add(new Found(i + 1, slots[i]));
            }
        }
        return found;
    }

    /** Empties a place; gives what lay there. */
    synchronized Optional<Slot> delete(int index) {
        Optional<Slot> slot = at(index);
        slot.ifPresent(s -> slots[index - 1] = null);
        return slot;
    }
}
