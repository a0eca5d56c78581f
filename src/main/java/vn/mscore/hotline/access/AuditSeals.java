package vn.mscore.hotline.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Seals of the trail from all places where they are kept. A line has one hash: another, however well signed, is a fault. */
public final class AuditSeals {
    private static final Pattern FIELD = Pattern.compile("\"(lines|hash|at|signature)\"\\s*:\\s*\"?([^\"\\s,}]+)");

    private final String key;
    private final Map<Long, byte[]> byLine = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Believes what is signed with {@code key}. */
    public AuditSeals(String key) {
        this.key = key;
    }

    /** Takes the lines of {@code file}: of {@code var/audit-head}, or JSON as a witness got it. The newest of them. */
    public Optional<AuditSeal> add(String file, List<String> lines) {
        List<AuditSeal> ours = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<AuditSeal> seal = AuditSeal.genuine(cells(lines.get(i)), key);
            if (seal.isEmpty()) {
                faults.add("seal " + (i + 1) + " of " + file + " is not signed with our key");
            }
            seal.ifPresent(ours::add);
        }
        ours.forEach(this::keep);
        return ours.stream().max(Comparator.comparing(AuditSeal::at));
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("{")) {
            return Arrays.asList(line.split("\t", -1));
        }
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(line).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return Stream.of("lines", "hash", "at", "signature")
                .map(name -> fields.getOrDefault(name, ""))
                .toList();
    }

    private void keep(AuditSeal seal) {
        byte[] hash = HexFormat.of().parseHex(seal.hash());
        byte[] before = byLine.putIfAbsent(seal.seq(), hash);
        if (before != null && !Arrays.equals(before, hash)) {
            faults.add("line " + seal.seq() + " was sealed with two hashes: the trail was written anew");
        }
    }

    /** The hash of each line that was sealed. */
    public Map<Long, byte[]> byLine() {
        return new TreeMap<>(byLine);
    }

    /** What is wrong with the seals alone; empty when all is well. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
