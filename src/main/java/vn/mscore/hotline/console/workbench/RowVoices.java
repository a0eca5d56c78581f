package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.console.voice.Voices;
import vn.mscore.hotline.shared.TicketNumber;

/** How long the voice messages behind rows of the queue are. Needs a transaction. */
@Singleton
public class RowVoices {
    private final SpokenWords words;
    private final Voices voices;

    /** Joined by CDI. */
    @Inject
    public RowVoices(SpokenWords words, Voices voices) {
        this.words = words;
        this.voices = voices;
    }

    /** Those of {@code items}; none but for the desk. */
    public Lengths of(Viewer viewer, List<QueueItem> items) {
        List<TicketNumber> tickets =
                items.stream().flatMap(item -> item.ticket().stream()).toList();
        Map<TicketNumber, String> first = words.firstOf(viewer, tickets);
        Map<String, String> lengths = voices.lengths(first.values().stream());
        Map<String, String> rows = new HashMap<>();
        first.forEach((ticket, id) -> {
            if (lengths.containsKey(id)) {
                rows.put(ticket.digits(), lengths.get(id));
            }
        });
        return new Lengths(rows);
    }

    /** Lengths by ticket. */
    public record Lengths(Map<String, String> rows) {
        /** Such as {@code 0:42}; empty when there is no recording. */
        public String of(Object ticket) {
            return rows.getOrDefault(String.valueOf(ticket), "");
        }
    }
}
