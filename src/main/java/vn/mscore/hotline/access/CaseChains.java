package vn.mscore.hotline.access;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import vn.mscore.hotline.access.CaseSeals.Noted;
import vn.mscore.hotline.access.CaseSeals.Seal;

/**
 * Checks the logs of all cases, some cases at a time; needs neither database nor container. A deleted, changed or moved
 * entry breaks its chain where it happens, and so does what was written with one; an end that was cut off, with or without what the case says of it, and a case
 * that is gone are found by the seals, whose digest is in the audit trail.
 */
public final class CaseChains {
    private static final int MOST_BROKEN = 20;

    private final List<Broken> broken = new ArrayList<>();
    private final CaseSeals digest = CaseSeals.none();
    private final Optional<Noted> noted;
    private final long runs;
    private long cases;

    /**
     * Checks until {@code noted}, the newest of the audit trail, which was read first; {@code sealed} is how many runs of
     * sealing there were since: a number out of a line is not counted up to when there never were so many.
     */
    public CaseChains(Optional<Noted> noted, long sealed) {
        this.noted = noted;
        this.runs = Math.min(noted.map(Noted::run).orElse(0L), sealed);
    }

    /** The last run whose seals are walked. */
    public long runs() {
        return runs;
    }

    /**
     * Where the log of a case should end.
     *
     * @param complaint row of the case
     * @param name what it may be called to anybody who checks; empty for a sealed one
     * @param hash of its newest entry, null when it has none
     */
    public record Head(long complaint, Optional<String> name, int version, byte[] hash) {}

    /** An entry and the hash that stands beside it, null when there is none. */
    public record Linked(CaseLink link, byte[] hash) {}

    /**
     * All there is of some cases: their rows, their entries in the order of version and row, their seals, and what was written
     * with entries, in the order of row.
     */
    public record Block(List<Head> heads, List<Linked> entries, List<Seal> seals, List<CaseWords> words) {}

    /** A seal and its run. */
    public record Sealed(long run, Seal seal) {}

    /**
     * A case whose log does not hold.
     *
     * @param name see {@link Head}
     * @param entry row of the first entry that does not fit, or whose words do not; 0 when entries are missing at the end
     *     or there are words that no entry vouches for
     * @param version number of the entry that does not fit or is missing
     * @param words whether all entries are there and fit, but not all that was written is vouched for by one
     */
    public record Broken(long complaint, Optional<String> name, long entry, int version, boolean words) {}

    private static final class Case {
        private Optional<Head> head = Optional.empty();
        private final List<Linked> entries = new ArrayList<>();
        private final Map<Integer, byte[]> seals = new TreeMap<>();
        private final Map<Integer, List<CaseWords>> words = new TreeMap<>();

        private boolean says(CaseLink link) {
            return link.words().equals(CaseWords.digest(words.getOrDefault(link.version(), List.of())));
        }

        private boolean vouched(int last) {
            return words.keySet().stream().allMatch(version -> version > 0 && version <= last);
        }
    }

    /** Takes the next cases, all as they were at one instant. */
    public void next(Block block) {
        next(block, id -> block);
    }

    /**
     * Takes the next cases. Somebody may have added to one while they were read, so one that looks broken is looked at again:
     * {@code alone} reads all there is of it while nobody can add to it.
     */
    public void next(Block block, LongFunction<Block> alone) {
        cases += block.heads().stream().filter(head -> head.name().isPresent()).count();
        byCase(block).forEach((id, one) -> {
            if (broken.size() < MOST_BROKEN && firstBreak(id, one).isPresent()) {
                Case again = byCase(alone.apply(id)).getOrDefault(id, new Case());
                firstBreak(id, again).ifPresent(broken::add);
            }
        });
    }

    private static Map<Long, Case> byCase(Block block) {
        Map<Long, Case> all = new TreeMap<>();
        block.heads().forEach(head -> of(all, head.complaint()).head = Optional.of(head));
        block.entries().forEach(one -> of(all, one.link().complaint()).entries.add(one));
        block.seals().forEach(seal -> of(all, seal.complaint()).seals.put(seal.version(), seal.hash()));
        block.words().forEach(one -> of(all, one.complaint())
                .words
                .computeIfAbsent(one.version(), version -> new ArrayList<>())
                .add(one));
        return all;
    }

    private static Case of(Map<Long, Case> all, long complaint) {
        return all.computeIfAbsent(complaint, id -> new Case());
    }

    private static Optional<Broken> firstBreak(long id, Case one) {
        Optional<String> name = one.head.flatMap(Head::name);
        byte[] before = null;
        int version = 0;
        for (Linked linked : one.entries) {
            CaseLink link = linked.link();
            boolean follows = link.version() == version + 1 && one.head.isPresent() && one.says(link);
            byte[] seal = one.seals.get(link.version());
            if (!follows
                    || !MessageDigest.isEqual(link.chained(before), linked.hash())
                    || differs(seal, linked.hash())) {
                return Optional.of(new Broken(id, name, link.entry(), version + 1, false));
            }
            before = linked.hash();
            version++;
        }
        boolean whole = whole(one, version, before);
        return whole && one.vouched(version)
                ? Optional.empty()
                : Optional.of(new Broken(id, name, 0, version + 1, whole));
    }

    private static boolean differs(byte[] seal, byte[] hash) {
        return seal != null && !MessageDigest.isEqual(seal, hash);
    }

    private static boolean whole(Case one, int version, byte[] last) {
        return one.head
                        .filter(head -> head.version() == version && Arrays.equals(head.hash(), last))
                        .isPresent()
                && one.seals.keySet().stream().allMatch(noted -> noted <= version);
    }

    /** Takes the next seals, in the order of run and case: those of {@link Block}, once more. */
    public void seals(List<Sealed> seals) {
        seals.forEach(one -> digest.next(one.run(), one.seal()));
    }

    /** What was found, once all cases and all seals until {@link #runs} were taken. */
    public Verdict end() {
        Noted found = digest.end(runs);
        boolean seals = noted.map(line -> line.run() == found.run() && MessageDigest.isEqual(line.hash(), found.hash()))
                .orElse(true);
        return new Verdict(cases, runs, seals, List.copyOf(broken));
    }

    /**
     * What a check found.
     *
     * @param cases how many cases that may be named were walked
     * @param seals how many runs of sealing there were
     * @param sealsFit whether the seals are those the audit trail vouches for
     * @param broken at most twenty cases, the oldest first
     */
    public record Verdict(long cases, long seals, boolean sealsFit, List<Broken> broken) {
        /** Whether nothing was deleted, changed, moved or cut off. */
        public boolean whole() {
            return sealsFit && broken.isEmpty();
        }
    }
}
