package vn.mscore.hotline.sms.modem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the slots of the selected storage, by AT+CMGL or one by one (TS 27.005 3.4.2, 4.1). */
final class SlotReader {
    private static final int READ = 20;
    private static final int LIST = 30;
    private static final int NO_SUCH_SLOT = 321;
    private static final String LISTED = "+CMGL:";
    private static final String READ_ONE = "+CMGR:";
    private static final Pattern LIST_HEADER = Pattern.compile("\\+CMGL:\\s*(\\d{1,5})\\s*,\\s*\\d\\s*,(.*)");
    private static final Pattern TEXT_MODE = Pattern.compile("\\+CMG[LR]:\\s*(?:\\d{1,5}\\s*,\\s*)?\"(?:REC|STO) .*");

    private final AtDialogue at;
    private final SelectedStorage storage;

    SlotReader(AtDialogue at, SelectedStorage storage) {
        this.at = at;
        this.storage = storage;
    }

    /**
     * What a list told.
     *
     * @param slots in their order
     * @param whole whether the modem ended it as it should
     */
    record Listing(List<Slot> slots, boolean whole) {}

    /** What AT+CMGL=4 lists, as far as it gets. */
    Listing list() {
        AtReply reply = at.command("AT+CMGL=4", LIST);
        if (reply.silent()) {
            storage.resync();
        }
        List<String> lines = reply.lines();
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher header = LIST_HEADER.matcher(pduMode(lines.get(i)));
            if (header.matches()) {
                int index = Integer.parseInt(header.group(1));
                slots.add(Slot.below(index, PduHeader.of(header.group(2)), below(lines, i)));
            }
        }
        return new Listing(slots, reply.ok());
    }

    private static List<String> below(List<String> lines, int header) {
        int end = header + 1;
        while (end < lines.size() && !lines.get(end).startsWith(LISTED)) {
            end++;
        }
        return lines.subList(header + 1, end);
    }

    /** A citizen's words may look like a header in text mode: nothing there is to be believed. */
    private static String pduMode(String line) {
        if (TEXT_MODE.matcher(line).matches()) {
            throw new SimStore.WrongMode("the modem does not keep to PDU mode");
        }
        return line;
    }

    /**
     * Reads one slot up to {@code tries} times, until it is empty or its PDU is as long as it should be. One that gives
     * the same each time is taken as it is: the modem holds nothing else.
     */
    Slot read(int index, int tries) {
        Set<String> heard = new HashSet<>();
        Slot slot = once(index);
        heard.add(slot.hex());
        for (int i = 1; i < tries && !slot.settled(); i++) {
            slot = once(index);
            heard.add(slot.hex());
        }
        boolean steady = tries > 1 && heard.size() == 1 && !slot.hex().isEmpty();
        return steady ? slot.asItIs() : slot;
    }

    private Slot once(int index) {
        AtReply reply = at.command("AT+CMGR=" + index, READ);
        if (reply.ok() || reply.failed(AtReply.End.CMS, NO_SUCH_SLOT)) {
            return held(index, reply.lines());
        }
        if (reply.silent()) {
            storage.resync();
        }
        return Slot.failed(index, reply.why());
    }

    /** Nothing for an empty slot, which some modems answer with OK alone. */
    private static Slot held(int index, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = pduMode(lines.get(i));
            if (line.startsWith(READ_ONE)) {
                PduHeader header = PduHeader.of(line.substring(READ_ONE.length()));
                return Slot.below(index, header, lines.subList(i + 1, lines.size()));
            }
        }
        return Slot.empty(index);
    }
}
