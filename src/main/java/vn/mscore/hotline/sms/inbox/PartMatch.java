package vn.mscore.hotline.sms.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which of several long messages with the same sender, reference and total a part belongs to. Telephones reuse
 * references, some always use the same one, so time tells: parts of one message are stamped within the hour and in the
 * order of their numbers; without stamps, parts of one that was handed over with gaps are waited for longer. When two
 * messages are equally likely, none is chosen and both will be shown apart.
 */
final class PartMatch {
    private static final Duration REUSE = Duration.ofHours(1);
    private static final Duration REUSE_UNSTAMPED = Duration.ofHours(3);
    private static final Duration DISORDER = Duration.ofSeconds(60);
    private static final Duration UNSURE = Duration.ofSeconds(3);

    private PartMatch() {}

    /** A part: its number, the network's time stamp (or null), when it came, and a digest of its text. */
    record Piece(int number, Instant sentAt, Instant receivedAt, byte[] digest) {
        private Instant time(boolean bySending) {
            return bySending ? sentAt : receivedAt;
        }
    }

    /** A long message that lacks parts, with those it has; {@code handedOver} when it is known that they are late. */
    record Candidate(long id, boolean handedOver, Map<Integer, Piece> pieces) {}

    /** The message {@code piece} belongs to; empty when it begins another one. */
    static Optional<Candidate> choose(Piece piece, List<Candidate> candidates) {
        List<Candidate> fitting = candidates.stream()
                .filter(candidate -> fits(piece, candidate))
                .sorted(Comparator.comparing((Candidate candidate) -> distance(piece, candidate))
                        .thenComparing(Candidate::id))
                .toList();
        if (fitting.size() > 1 && isUnsure(piece, fitting.get(0), fitting.get(1))) {
            return Optional.empty();
        }
        return fitting.stream().findFirst();
    }

    private static boolean fits(Piece piece, Candidate candidate) {
        return !candidate.pieces().containsKey(piece.number())
                && distance(piece, candidate).compareTo(reuse(piece, candidate)) <= 0
                && candidate.pieces().values().stream().allMatch(other -> isInOrder(piece, other));
    }

    private static Duration reuse(Piece piece, Candidate candidate) {
        return candidate.handedOver() && !bySending(piece, candidate) ? REUSE_UNSTAMPED : REUSE;
    }

    private static boolean bySending(Piece piece, Candidate candidate) {
        return piece.sentAt() != null && candidate.pieces().values().stream().allMatch(other -> other.sentAt() != null);
    }

    private static boolean isInOrder(Piece piece, Piece other) {
        if (piece.sentAt() == null || other.sentAt() == null) {
            return true;
        }
        Instant earlier = piece.number() < other.number() ? piece.sentAt() : other.sentAt();
        Instant later = piece.number() < other.number() ? other.sentAt() : piece.sentAt();
        return !earlier.isAfter(later.plus(DISORDER));
    }

    private static Duration distance(Piece piece, Candidate candidate) {
        boolean bySending = bySending(piece, candidate);
        return candidate.pieces().values().stream()
                .map(other -> Duration.between(other.time(bySending), piece.time(bySending))
                        .abs())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static boolean isUnsure(Piece piece, Candidate first, Candidate second) {
        Duration gap = distance(piece, second).minus(distance(piece, first));
        return gap.compareTo(UNSURE) < 0 && !contains(first, second) && !contains(second, first);
    }

    /** Whether everything in {@code part} is word for word in {@code whole} too: then it is a repetition. */
    static boolean contains(Candidate whole, Candidate part) {
        return part.pieces().values().stream()
                .allMatch(piece -> Optional.ofNullable(whole.pieces().get(piece.number()))
                        .filter(same -> Arrays.equals(same.digest(), piece.digest()))
                        .isPresent());
    }
}
