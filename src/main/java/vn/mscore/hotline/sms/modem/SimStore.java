package vn.mscore.hotline.sms.modem;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Failpoint;

/**
 * The storages of SIM and modem (TS 27.005 3.2.2): hands over what was read, and deletes only what is committed. Never
 * deletes a slot it could not read, and none of a storage the modem did not confirm.
 */
final class SimStore {
    private static final Logger LOG = Logger.getLogger(SimStore.class.getName());
    private static final String USUAL = "SM";
    private static final int READ = 20;
    private static final int READ_TRIES = 3;
    private static final int RETURNS_BEFORE_ALARM = 3;
    private static final int MOST_SLOTS = 1000;
    private static final int MOST_NAMED = 10;

    /** What a modem says of an empty slot when it does not say it properly. */
    private static final Set<String> VAGUE = Set.of("ERROR", "+CMS ERROR 500");

    private final AtDialogue at;
    private final Reception reception;
    private final LineBoard board;
    private final Quirks quirks;
    private final String line;
    private final SelectedStorage selected;
    private final SlotReader reader;
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> deletedBefore = new HashMap<>();
    private List<String> storages = List.of();
    private boolean fillUntold;

    SimStore(AtDialogue at, Reception reception, LineBoard board, Quirks quirks) {
        this.at = at;
        this.reception = reception;
        this.board = board;
        this.quirks = quirks;
        this.line = board.state().name();
        this.selected = new SelectedStorage(at);
        this.reader = new SlotReader(at, selected);
    }

    /** The modem is in another mode or at another storage than it was told, most likely after a restart. */
    static final class WrongMode extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongMode(String why) {
            super(why);
        }
    }

    /**
     * How full a storage is.
     *
     * @param used messages in it
     * @param size slots it has
     * @param told whether the modem said so
     */
    private record Fill(int used, int size, boolean told) {
        private static final Pattern TOLD =
                Pattern.compile("(?:\"\\w+\"\\s*,\\s*)?\\(?\\s*(\\d{1,5})\\s*,\\s*(\\d{1,5}).*");

        /** More than a SIM has. */
        private static final int MOST_UNTOLD = 255;

        static Fill of(AtReply reply) {
            Matcher fill = TOLD.matcher(reply.after("+CPMS:").orElse(""));
            return fill.matches()
                    ? new Fill(
                            Integer.parseInt(fill.group(1)),
                            Math.min(MOST_SLOTS, Integer.parseInt(fill.group(2))),
                            true)
                    : new Fill(MOST_UNTOLD, MOST_UNTOLD, false);
        }
    }

    /** Asks which storages there are; called after each start of the modem, which forgets the selection. */
    void discover() {
        selected.forget();
        AtReply reply = at.command("AT+CPMS=?", READ);
        if (reply.silent()) {
            at.resync();
        }
        String offered = reply.after("+CPMS:").orElse(USUAL);
        List<String> swept = named(quirks.list("sweep"), offered);
        List<String> others = named(received(), offered);
        storages = !swept.isEmpty() ? swept : others.isEmpty() ? List.of(USUAL) : others;
    }

    private static List<String> named(List<String> wanted, String offered) {
        return wanted.stream()
                .filter(storage -> offered.matches(".*\\b" + storage + "\\b.*"))
                .toList();
    }

    /** Where messages may come in, one by one. */
    private List<String> received() {
        return quirks.list("receive").stream()
                .flatMap(names -> Stream.of(names.replace("\"", "").split(",")))
                .distinct()
                .toList();
    }

    /** Takes in one announced message. A slot without one means it lies elsewhere, or was taken already: the sweep finds out. */
    boolean take(String storage, int index) {
        if (!selected.select(storage)) {
            return false;
        }
        Slot slot = reader.read(index, READ_TRIES);
        if (!slot.read()) {
            return false;
        }
        handle(slot);
        return true;
    }

    /**
     * Looks through every storage; only at how full it is while nothing can be stored, since a storage that fills up
     * meanwhile may go to the spool.
     */
    void sweep() {
        selected.forget();
        for (String storage : storages) {
            AtReply reply = selected.ask(storage);
            if (reply.ok()) {
                empty(Fill.of(reply));
            }
        }
    }

    private void empty(Fill fill) {
        if (fill.told()) {
            board.storage(selected.name(), fill.used(), fill.size());
        } else if (!fillUntold) {
            fillUntold = true;
            LOG.log(Level.WARNING, "line {0}: how full a storage is cannot be read from AT+CPMS", line);
        }
        if (fill.used() > 0 && !reception.closed()) {
            new Search(fill).run();
        }
    }

    /** One look through the selected storage. */
    private final class Search {
        private final Fill fill;
        private final Set<Integer> looked = new HashSet<>();
        private final Map<Integer, String> errors = new TreeMap<>();
        private int found;

        Search(Fill fill) {
            this.fill = fill;
        }

        void run() {
            boolean all = quirks.is("list", "yes") && listed();
            if (!fill.told() && all) {
                return;
            }
            // A list that broke off or left slots out: look at each.
            int index = 0;
            for (; index <= fill.size() && found < fill.used() && !reception.closed(); index++) {
                if (looked.add(index)) {
                    seen(reader.read(index, tries(index)));
                }
            }
            if (fill.told() && index > fill.size()) {
                tellOfErrors(fill.used() - found);
            }
        }

        /** Takes in what is listed; true when the modem ended the list as it should. */
        private boolean listed() {
            SlotReader.Listing list = reader.list();
            for (Slot slot : list.slots()) {
                if (reception.closed()) {
                    return false;
                }
                if (looked.add(slot.index())) {
                    seen(slot.settled() ? slot : reader.read(slot.index(), READ_TRIES));
                }
            }
            return list.whole();
        }

        private int tries(int index) {
            return unreadable.contains(selected.name() + index) ? 1 : READ_TRIES;
        }

        private void seen(Slot slot) {
            found += slot.holds() ? 1 : 0;
            if (slot.read()) {
                handle(slot);
            } else if (slot.holds()) {
                unreadable.add(selected.name() + slot.index());
                tell(slot.index(), slot.failure(), slot.hex());
            } else if (!slot.failure().isEmpty()) {
                unreadable.add(selected.name() + slot.index());
                errors.put(slot.index(), slot.failure());
            }
        }

        /** Leaves out the others, when enough are left to be those that are missing. */
        private void suspectOnly(int missing, Predicate<Map.Entry<Integer, String>> likely) {
            if (errors.entrySet().stream().filter(likely).count() >= missing) {
                errors.entrySet().removeIf(likely.negate());
            }
        }

        private String among() {
            return errors.keySet().stream()
                    .limit(MOST_NAMED)
                    .map(index -> selected.name() + " " + index)
                    .collect(Collectors.joining(", "));
        }

        /**
         * Some modems answer an error for each empty slot, and most for slot 0, which they do not have: only when messages
         * are missing do they lie in slots that answered one.
         */
        private void tellOfErrors(int missing) {
            suspectOnly(missing, error -> error.getKey() > 0);
            suspectOnly(missing, error -> !VAGUE.contains(error.getValue()));
            if (missing <= 0 || errors.isEmpty()) {
                return;
            }
            if (errors.size() <= missing) {
                errors.forEach((index, why) -> tell(index, why, ""));
            } else {
                String why = errors.values().iterator().next();
                tellOnce(selected.name(), "one of the slots " + among() + " cannot be read: " + why, "");
            }
        }
    }

    private void tell(int index, String failure, String hex) {
        String key = selected.name() + index;
        tellOnce(key, "slot " + selected.name() + " " + index + " cannot be read: " + failure, hex);
    }

    /** Once for a session. */
    private void tellOnce(String key, String why, String hex) {
        if (!told.contains(key) && reception.quarantined(why, hex.getBytes(StandardCharsets.ISO_8859_1))) {
            told.add(key);
        }
    }

    private void handle(Slot slot) {
        unreadable.remove(selected.name() + slot.index());
        told.remove(selected.name() + slot.index());
        Failpoint.hit("sms.read.afterCmgl");
        if (reception.stored(slot.hex())) {
            Failpoint.hit("sms.afterCommit.beforeDelete");
            delete(slot);
        }
    }

    private void delete(Slot slot) {
        selected.stay();
        AtReply reply = at.command("AT+CMGD=" + slot.index(), READ);
        if (reply.silent()) {
            selected.resync();
            return;
        }
        if (!reply.ok()) {
            LOG.log(Level.WARNING, "line {0}: cannot delete a stored message: {1}", new Object[] {line, reply.why()});
            return;
        }
        Failpoint.hit("sms.afterDelete");
        board.deleted(selected.name());
        countReturns(slot);
    }

    private void countReturns(Slot slot) {
        String key = selected.name() + slot.index() + fingerprint(slot.hex());
        if (deletedBefore.size() > MOST_SLOTS) {
            deletedBefore.clear();
        }
        if (deletedBefore.merge(key, 1, Integer::sum) > RETURNS_BEFORE_ALARM) {
            LOG.log(Level.WARNING, "line {0}: slot {1} {2} is deleted again and again and comes back", new Object[] {
                line, selected.name(), slot.index()
            });
        }
    }

    private static String fingerprint(String hex) {
        return Integer.toHexString(hex.hashCode()) + hex.length();
    }
}
