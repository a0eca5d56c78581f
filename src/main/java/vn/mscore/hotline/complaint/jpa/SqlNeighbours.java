package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.suggest.Neighbours;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Finds neighbours by digests and by the blind index; secret cases have neither. */
@Singleton
public class SqlNeighbours implements Neighbours {
    private static final int MOST = 10;
    private static final int MOST_READ = 200;

    /** One that is merged stands for nothing by itself: the case it went into does. */
    private static final String CANDIDATE =
            " and not secret and state <> 'TRUNG' and registered_at > ? order by registered_at desc limit ";

    private final Sql sql;
    private final Seals seals;

    /** Opens words with {@code seals}. */
    @Inject
    SqlNeighbours(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    @Override
    public List<TicketNumber> sameDossier(Complaint complaint, Instant since) {
        return complaint.about().stream()
                .flatMap(code -> seals.digests(Seals.about(code)).stream())
                .flatMap(digest -> by("about_digest = ?", complaint, digest, since).stream())
                .toList();
    }

    @Override
    public List<TicketNumber> sameNumber(Complaint complaint, Instant since) {
        return seals.index(false, complaint.phone()).stream()
                .flatMap(index -> by("phone_index = ?", complaint, index, since).stream())
                .toList();
    }

    private List<TicketNumber> by(String condition, Complaint complaint, byte[] key, Instant since) {
        return sql.rows(
                "select ticket from complaint where " + condition + " and id <> ?" + CANDIDATE + MOST,
                row -> new TicketNumber(row.text("ticket")),
                key,
                complaint.id(),
                since);
    }

    private static String recent(String condition) {
        return "(select id, ticket from complaint where " + condition + " and id <> ?" + CANDIDATE + MOST_READ + ")";
    }

    @Override
    public boolean isWorkedOn(TicketNumber ticket) {
        return sql.first(
                        "select state from complaint where ticket = ?",
                        row -> State.valueOf(row.text("state")),
                        ticket.digits())
                .filter(State::isWorkedOn)
                .isPresent();
    }

    private record Piece(TicketNumber ticket, String words) {}

    @Override
    public Map<TicketNumber, String> sameField(Complaint complaint, Instant since) {
        Map<TicketNumber, String> texts = new LinkedHashMap<>();
        for (Piece piece : sql.rows(
                "select c.ticket, w.id, w.words_sealed from (" + recent("category = ?") + " union "
                        + recent("? is not null")
                        + ") c join complaint_words w on w.complaint_id = c.id and w.author = 'CITIZEN'",
                row -> new Piece(
                        new TicketNumber(row.text("ticket")), seals.words(row.number("id"), row.bytes("words_sealed"))),
                complaint.category(),
                complaint.id(),
                since,
                complaint.category(),
                complaint.id(),
                since)) {
            texts.merge(piece.ticket(), piece.words(), (one, two) -> one + " " + two);
        }
        return texts;
    }
}
