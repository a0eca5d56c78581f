package vn.mscore.hotline.sms.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;

/**
 * A received part with everything needed to store it.
 *
 * @param part what the line gave
 * @param sender who sent it
 * @param at when it came; by the network's time stamp as long as the machine does not know the time
 * @param dedupeKeys its dedupe key under this and last month's key
 * @param formerHour the keys it would have had in the hour before, in the first minutes of an hour; else none
 */
record Arrival(ReceivedPart part, Correspondent sender, Instant at, List<byte[]> dedupeKeys, List<byte[]> formerHour) {
    /** For so long after its delivery what has no identity of its own is known again over the turn of an hour (row 84). */
    static final Duration TURN = Duration.ofMinutes(10);

    private static final Duration EARLY = Duration.ofDays(1);

    static Arrival of(ReceivedPart part, Instant now, BlindIndex blind) {
        Instant at = believed(part, now);
        Correspondent sender = Correspondent.of(part.sender(), blind);
        return new Arrival(part, sender, at, keys(part, sender, at, blind), formerHour(part, sender, at, blind));
    }

    /** One that came at {@code cameAt} and was kept for a person: known again by the hour it came, whenever it is read again. */
    static Arrival kept(ReceivedPart part, Instant now, Instant cameAt, BlindIndex blind) {
        Correspondent sender = Correspondent.of(part.sender(), blind);
        return new Arrival(part, sender, believed(part, now), keys(part, sender, cameAt, blind), List.of());
    }

    private static Instant believed(ReceivedPart part, Instant now) {
        return now.isBefore(ClockLeap.EARLIEST)
                ? part.sentAt().filter(SqlParts::isStorable).orElse(now)
                : now;
    }

    private static List<byte[]> keys(ReceivedPart part, Correspondent sender, Instant at, BlindIndex blind) {
        return blind.all(BlindIndex.Purpose.DEDUPE, identity(part, sender, at));
    }

    private static List<byte[]> formerHour(ReceivedPart part, Correspondent sender, Instant at, BlindIndex blind) {
        boolean byHour = part.sentAt().isEmpty() && part.id().isEmpty();
        boolean turned = at.minus(TURN).isBefore(at.truncatedTo(ChronoUnit.HOURS));
        return byHour && turned ? keys(part, sender, at.minus(TURN), blind) : List.of();
    }

    // The network's id or time stamp tells two equal texts apart; without both, the hour of arrival must do.
    private static String identity(ReceivedPart part, Correspondent sender, Instant at) {
        String hour = part.sentAt().isPresent()
                ? ""
                : at.truncatedTo(ChronoUnit.HOURS).toString();
        String time = part.id().map(id -> "id " + id).orElse(part.rawTimestamp() + hour);
        String concat = part.concat().map(Concat::toString).orElse("");
        return String.join(
                "\u001f",
                part.simIdentity(),
                sender.text(),
                time,
                concat,
                part.kind().name(),
                part.text());
    }

    /** Whether it is a part of a longer message with sensible numbers. */
    boolean isLong() {
        return part.concat()
                .filter(c -> c.total() > 1 && c.number() >= 1 && c.number() <= c.total())
                .isPresent();
    }

    /** Names what is wrong with it; null when nothing is. */
    String flaw() {
        boolean impossible =
                part.concat().isPresent() && !isLong() && part.concat().get().total() != 1;
        return impossible ? "concat" : timeFlaw();
    }

    private String timeFlaw() {
        if (part.sentAt().isEmpty()) {
            return "time-unreadable";
        }
        return part.sentAt().get().isAfter(at.plus(EARLY)) ? "time-future" : null;
    }

    /** The keys under which parts of its set are found. */
    List<byte[]> setKeys(BlindIndex blind) {
        Concat c = part.concat().orElseThrow();
        String set = String.join(
                "\u001f", "set", part.simIdentity(), sender.text(), c.reference() + "/" + c.bits() + "/" + c.total());
        return blind.all(BlindIndex.Purpose.DEDUPE, set);
    }
}
