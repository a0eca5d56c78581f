package vn.mscore.hotline.access;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks the chain of the audit trail line by line; needs neither database nor container. A deleted, changed or moved line
 * breaks the chain where it happens; a cut-off tail and a trail written anew are found by the head and by the seals, which
 * are kept outside the database; seals that were taken away are missed.
 */
public final class AuditChain {
    private static final int MOST_FAULTS = 20;
    private static final int HOUR = 3600;

    /** In so many hours with lines and without a seal seals were taken away. */
    private static final int MOST_HOURS = 3;

    private final Map<Long, byte[]> seals = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private byte[] last = AuditLine.beginning();
    private long seq;
    private int fitting;
    private final Set<Long> unsealedHours = new HashSet<>();
    private long sealedTo;

    /** Compares with {@code seals}: hashes that were noted outside, by the number of their line. */
    public AuditChain(Map<Long, byte[]> seals) {
        this.seals.putAll(seals);
    }

    /** Takes the next line in the order of its number, with the hash that stands beside it. */
    public void next(AuditLine line, byte[] hash) {
        if (line.seq() != seq + 1) {
            fault("after line " + seq + " comes line " + line.seq());
        } else if (!MessageDigest.isEqual(line.chained(last), hash)) {
            fault("line " + line.seq() + " was changed, or the one before it");
        }
        unsealedHours.add(line.at().getEpochSecond() / HOUR);
        byte[] sealed = seals.remove(line.seq());
        if (sealed != null && MessageDigest.isEqual(sealed, hash)) {
            fitting++;
            sealed(line.seq());
        } else if (sealed != null) {
            fault("line " + line.seq() + " is not the one that was sealed");
        }
        seq = line.seq();
        last = hash.clone();
    }

    /** Takes the head that the database keeps; nothing may be missing behind the last line. */
    public void end(long headSeq, byte[] headHash) {
        if (headSeq != seq || !MessageDigest.isEqual(headHash, last)) {
            fault("the trail ends at line " + seq + ", its head says " + headSeq);
        }
        sealed(seq);
        seals.forEach((line, hash) -> fault("line " + line + " was sealed ("
                + HexFormat.of().formatHex(hash, 0, Integer.BYTES) + "...) and is missing"));
    }

    /**
     * A head is noted outside in each minute in which a line came: where none is for hours, it was taken away, or the lines
     * are another node's, from a time when this one did not work.
     */
    private void sealed(long until) {
        if (unsealedHours.size() >= MOST_HOURS && gaps.size() < MOST_FAULTS) {
            gaps.add("lines " + (sealedTo + 1) + " to " + until + ", of " + unsealedHours.size()
                    + " hours, have no seal on this machine");
        }
        unsealedHours.clear();
        sealedTo = until;
    }

    /** What is wrong, at most twenty sentences; empty when all is well. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Where hours of lines have no seal, at most twenty sentences; a person must know whether this machine worked then. */
    public List<String> gaps() {
        return List.copyOf(gaps);
    }

    /** The number of the last line that was taken. */
    public long lines() {
        return seq;
    }

    /** How many seals fitted. */
    public int sealsThatFit() {
        return fitting;
    }

    private void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }
}
