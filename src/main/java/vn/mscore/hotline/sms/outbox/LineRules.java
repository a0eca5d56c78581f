package vn.mscore.hotline.sms.outbox;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * Which line should send what, and who sends for a line that is away; of each list the first row that fits decides. Pure.
 *
 * @param choices by kind and number
 * @param substitutions by line and kind
 */
record LineRules(List<Choice> choices, List<Substitution> substitutions) {
    /** The line the citizen wrote to, in a list of lines. */
    static final String OWN = "own";

    /** Every line, the cheapest first, in a list of lines. */
    static final String CHEAPEST = "cheapest";

    /** Every other line, in a list of substitutes. */
    static final String ANY = "any";

    /** Kinds of which no row speaks: proofs of a line, and alarms, which go by whichever line works. */
    static final Set<Kind> UNRULED = Collections.unmodifiableSet(EnumSet.of(Kind.PROBE, Kind.ALARM));

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Texts of {@code kinds} to numbers that begin with one of {@code prefixes} (none for all) go by {@code lines}. */
    record Choice(Set<Kind> kinds, List<String> prefixes, List<String> lines) {
        private boolean fits(Kind kind, PhoneNumber to) {
            return kinds.contains(kind)
                    && (prefixes.isEmpty() || prefixes.stream().anyMatch(to.e164()::startsWith));
        }
    }

    /** What {@code line} should send of {@code kinds} is sent by {@code others} after it was away for a time; by none: never. */
    record Substitution(String line, Set<Kind> kinds, List<String> others, Duration after) {
        private boolean fits(String owner, Kind kind) {
            return line.equals(owner) && kinds.contains(kind);
        }
    }

    /** A line of this moment: its price a part in dong, whether it can take something now. */
    record Candidate(String name, int dong, boolean usable) {}

    /** How long a line has been away, and whether only a person can bring it back. */
    record Away(Duration length, boolean blocked) {}

    /**
     * The line that should send; empty for whichever is free first. An answer belongs to the line written to, whatever
     * its state: who sends in its place is another rule. Else the first usable line counts, if none is, the first.
     */
    Optional<String> home(Kind kind, PhoneNumber to, Optional<String> written, List<Candidate> lines) {
        Optional<Choice> choice = UNRULED.contains(kind)
                ? Optional.empty()
                : choices.stream().filter(row -> row.fits(kind, to)).findFirst();
        if (choice.isEmpty()) {
            return written;
        }
        List<String> wished = choice.get().lines();
        if (wished.get(0).equals(OWN) && written.isPresent()) {
            return written;
        }
        List<String> order = wished.stream()
                .flatMap(name -> named(name, written, lines))
                .distinct()
                .toList();
        return order.stream().filter(name -> isUsable(name, lines)).findFirst().or(() -> order.stream()
                .findFirst());
    }

    private static Stream<String> named(String name, Optional<String> written, List<Candidate> lines) {
        return switch (name) {
            case OWN -> written.stream();
            case CHEAPEST ->
                lines.stream()
                        .sorted(java.util.Comparator.comparingInt(Candidate::dong))
                        .map(Candidate::name);
            default -> Stream.of(name);
        };
    }

    private static boolean isUsable(String name, List<Candidate> lines) {
        return lines.stream().anyMatch(line -> line.name().equals(name) && line.usable());
    }

    /** Whether {@code line} may send what {@code owner} should, which is {@code away}. */
    boolean mayReplace(String line, String owner, Kind kind, Away away) {
        if (kind == Kind.PROBE) {
            return false;
        }
        Optional<Substitution> row =
                substitutions.stream().filter(r -> r.fits(owner, kind)).findFirst();
        return row.map(r -> (r.others().contains(line) || r.others().contains(ANY))
                        && away.length().compareTo(r.after()) >= 0)
                .orElseGet(() -> away.blocked() || away.length().compareTo(PATIENCE) >= 0);
    }

    /** All lines that the rows name. */
    Set<String> names() {
        Stream<String> chosen = choices.stream().flatMap(row -> row.lines().stream());
        Stream<String> replaced =
                substitutions.stream().flatMap(row -> Stream.concat(Stream.of(row.line()), row.others().stream()));
        Set<String> words = Set.of(OWN, CHEAPEST, ANY);
        return Stream.concat(chosen, replaced)
                .filter(name -> !words.contains(name))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
