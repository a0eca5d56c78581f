package vn.mscore.hotline.sms.modem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Failpoint;

/**
 * The storages of SIM and modem (TS 27.005 3.2.2): reads, hands over, and deletes only what is committed. Never deletes
 * a slot it could not read.
 */
final class SimStore {
    private static final Logger LOG = Logger.getLogger(SimStore.class.getName());
    private static final int READ = 20;
    private static final int LIST = 30;
    private static final Pattern FILL = Pattern.compile("(\\d{1,5})\\s*,\\s*(\\d{1,5}).*");
    private static final Pattern PDU_HEADER = Pattern.compile("(\\d)\\s*,[^,]*,\\s*(\\d{1,3})");
    private static final Pattern LIST_HEADER = Pattern.compile("\\+CMGL:\\s*(\\d{1,5})\\s*,\\s*(\\d)\\s*,.*");
    private static final int NO_SUCH_SLOT = 321;
    private static final int READ_TRIES = 3;
    private static final int RETURNS_BEFORE_ALARM = 3;
    private static final int MOST_SLOTS = 1000;

    private final AtDialogue at;
    private final Reception reception;
    private final LineBoard board;
    private final Quirks quirks;
    private final String line;
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Integer> deletedBefore = new HashMap<>();
    private List<String> storages = List.of();
    private String selected = "";

    SimStore(AtDialogue at, Reception reception, LineBoard board, Quirks quirks) {
        this.at = at;
        this.reception = reception;
        this.board = board;
        this.quirks = quirks;
        this.line = board.state().name();
    }

    /** The modem is in another mode than it was told: text mode, most likely after a restart nobody announced. */
    static final class WrongMode extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** One slot: its message in hex, or why not. An empty slot has neither. */
    private record Slot(String hex, String failure) {
        boolean empty() {
            return hex.isEmpty() && failure.isEmpty();
        }
    }

    /** Asks which storages there are; called after each start of the modem, which forgets the selection. */
    void discover() {
        selected = "";
        String offered = at.command("AT+CPMS=?", READ).after("+CPMS:").orElse("");
        storages = quirks.list("sweep").stream()
                .filter(storage -> offered.contains('"' + storage + '"') || (offered.isEmpty() && storage.equals("SM")))
                .toList();
    }

    /** Takes in one announced message. An empty slot means it lies elsewhere, or was taken already: the sweep finds it. */
    boolean take(String storage, int index) {
        if (!select(storage)) {
            return false;
        }
        Slot slot = read(index);
        if (slot.empty()) {
            return false;
        }
        unreadable.remove(storage + index);
        handle(index, slot);
        return true;
    }

    /**
     * Looks through every storage; only at how full it is while nothing can be stored, since a storage that fills up
     * meanwhile may go to the spool.
     */
    void sweep() {
        selected = "";
        for (String storage : storages) {
            AtReply reply = at.command("AT+CPMS=\"" + storage + "\"", READ);
            Matcher fill = FILL.matcher(reply.after("+CPMS:").orElse(""));
            if (reply.ok() && fill.matches()) {
                selected = storage;
                empty(Integer.parseInt(fill.group(1)), Math.min(MOST_SLOTS, Integer.parseInt(fill.group(2))));
            }
        }
    }

    private boolean select(String storage) {
        if (!storage.matches("[A-Z]{2}")) {
            return false;
        }
        if (!storage.equals(selected)) {
            AtReply reply = at.command("AT+CPMS=\"" + storage + "\"", READ);
            if (!reply.ok()) {
                return false;
            }
            selected = storage;
        }
        return true;
    }

    private void empty(int used, int size) {
        board.storage(selected, used, size);
        if (reception.closed()) {
            return;
        }
        int found = used == 0 ? 0 : listed();
        // A list that broke off or left slots out: look at each.
        for (int index = 0; index <= size && found < used && !reception.closed(); index++) {
            found += unreadable.contains(selected + index) || handled(index) ? 1 : 0;
        }
    }

    /** Whether slot {@code index} held something. Most modems have no slot 0, and some say so with any error. */
    private boolean handled(int index) {
        Slot slot = read(index);
        if (slot.empty() || (index == 0 && slot.hex().isEmpty())) {
            return false;
        }
        handle(index, slot);
        return true;
    }

    /** Takes in what AT+CMGL=4 lists and returns how many messages that was. */
    private int listed() {
        if (!quirks.is("list", "yes")) {
            return 0;
        }
        AtReply reply = at.command("AT+CMGL=4", LIST);
        if (reply.silent()) {
            at.resync();
        }
        return handled(reply.lines());
    }

    private int handled(List<String> lines) {
        int found = 0;
        for (int i = 0; i + 1 < lines.size() && !reception.closed(); i++) {
            Matcher header = LIST_HEADER.matcher(lines.get(i));
            if (header.matches() && !lines.get(i + 1).startsWith("+CMGL:")) {
                handle(Integer.parseInt(header.group(1)), new Slot(lines.get(i + 1), ""));
                found++;
            }
        }
        return found;
    }

    private Slot read(int index) {
        AtReply reply = null;
        for (int attempt = 0; attempt < READ_TRIES; attempt++) {
            reply = at.command("AT+CMGR=" + index, READ);
            if (reply.ok() || reply.failed(AtReply.End.CMS, NO_SUCH_SLOT)) {
                return new Slot(hex(reply), "");
            }
            if (reply.silent()) {
                at.resync();
            }
        }
        return new Slot("", reply.why());
    }

    /** The PDU below the header; nothing for an empty slot, which some modems answer with OK or a header of length 0. */
    private static String hex(AtReply reply) {
        for (int i = 0; i < reply.lines().size(); i++) {
            if (reply.lines().get(i).startsWith("+CMGR:")) {
                String header = reply.lines().get(i).substring(6).strip();
                if (!PDU_HEADER.matcher(header).matches() && header.contains("\"REC ")) {
                    throw new WrongMode();
                }
                return i + 1 < reply.lines().size() ? reply.lines().get(i + 1) : "";
            }
        }
        return "";
    }

    private void handle(int index, Slot slot) {
        Failpoint.hit("sms.read.afterCmgl");
        if (slot.hex().isEmpty()) {
            String why = "slot " + selected + " " + index + " cannot be read: " + slot.failure();
            if (reception.quarantined(why, new byte[0])) {
                unreadable.add(selected + index);
            }
        } else if (reception.stored(slot.hex())) {
            Failpoint.hit("sms.afterCommit.beforeDelete");
            delete(index, slot.hex());
        }
    }

    private void delete(int index, String hex) {
        AtReply reply = at.command("AT+CMGD=" + index, READ);
        if (reply.silent()) {
            at.resync();
            return;
        }
        if (!reply.ok()) {
            LOG.log(Level.WARNING, "line {0}: cannot delete a stored message: {1}", new Object[] {line, reply.why()});
            return;
        }
        Failpoint.hit("sms.afterDelete");
        board.deleted(selected);
        countReturns(index, hex);
    }

    private void countReturns(int index, String hex) {
        String key = selected + index + fingerprint(hex);
        if (deletedBefore.size() > MOST_SLOTS) {
            deletedBefore.clear();
        }
        if (deletedBefore.merge(key, 1, Integer::sum) > RETURNS_BEFORE_ALARM) {
            LOG.log(Level.WARNING, "line {0}: slot {1} {2} is deleted again and again and comes back", new Object[] {
                line, selected, index
            });
        }
    }

    private static String fingerprint(String hex) {
        return Integer.toHexString(hex.hashCode()) + hex.length();
    }
}
