package vn.mscore.hotline.complaint.suggest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Suggestions.Twin;
import vn.mscore.hotline.shared.TicketNumber;

/** Cases of the last thirty days that may be the same matter: same dossier, same number, similar words. */
@Singleton
class Twins {
    static final Duration RECENT = Duration.ofDays(30);
    private static final int MOST = 10;

    private final Neighbours neighbours;
    private final Clock clock;

    @Inject
    Twins(Neighbours neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Without those that {@code hidden} holds of. */
    List<Twin> of(Complaint complaint, List<String> words, Predicate<TicketNumber> hidden) {
        Instant since = clock.instant().minus(RECENT);
        Map<TicketNumber, String> found = new LinkedHashMap<>();
        neighbours.sameDossier(complaint, since).forEach(ticket -> found.putIfAbsent(ticket, "twin.dossier"));
        neighbours.sameNumber(complaint, since).forEach(ticket -> found.putIfAbsent(ticket, "twin.number"));
        WordPairs mine = WordPairs.of(String.join(" ", words));
        neighbours.maybeAlike(complaint, words, since).forEach((ticket, text) -> {
            if (mine.isLike(WordPairs.of(text))) {
                found.putIfAbsent(ticket, "twin.text");
            }
        });
        return found.entrySet().stream()
                .filter(entry -> !hidden.test(entry.getKey()))
                .limit(MOST)
                .map(entry -> new Twin(entry.getKey(), entry.getValue(), neighbours.isWorkedOn(entry.getKey())))
                .toList();
    }
}
