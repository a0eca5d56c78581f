package vn.mscore.hotline.score;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;

/**
 * Bad marks (half of the scale or less, given after the service) that a person should look at, and the marks of a number.
 * Never the dossier. The reason "asked for money" belongs to the sealed lane and shows as none. Needs a transaction.
 */
public interface LowScores {
    /**
     * Those nobody has looked at, however old, given on {@code first} to {@code last}, by id after {@code afterId}; at most
     * {@code limit}.
     */
    List<Mark> waiting(LocalDate first, LocalDate last, long afterId, int limit);

    /** The days on which those that wait were given, oldest first. */
    List<LocalDate> days();

    /** How many wait, counted up to {@code limit}. */
    int count(int limit);

    /** Somebody has looked at it; false when it does not wait. */
    boolean seen(long id, String login);

    /** The marks of a number, newest first. */
    List<Mark> of(PhoneNumber phone, int limit);

    /**
     * Seals the words beside marks of this number that are among {@code words} or hold one of them: they belong to a case
     * of the sealed lane and are shown to nobody any more.
     */
    void conceal(PhoneNumber phone, List<String> words);

    /** A mark. {@code reason} 1 slow, 2 attitude, 3 unclear, 5 other. */
    record Mark(
            long id,
            Instant at,
            LocalDate on,
            UnitName unit,
            String field,
            int points,
            int scale,
            Optional<Integer> reason,
            Optional<String> comment) {}
}
