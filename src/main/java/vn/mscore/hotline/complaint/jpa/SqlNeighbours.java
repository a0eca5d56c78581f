package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.suggest.Neighbours;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SystemIds;
import vn.mscore.hotline.shared.TicketNumber;

/** Finds neighbours by digests and by the blind index; secret cases have neither. */
@Singleton
public class SqlNeighbours implements Neighbours {
    private static final int MOST = 10;
    private static final int MOST_READ = 200;
    private static final int WORDS_OF_ONE = 10;

    /** One that is merged stands for nothing by itself: the case it went into does. */
    private static final String CANDIDATE =
            " and not secret and state <> 'TRUNG' and registered_at > ? order by registered_at desc limit ";

    private final Sql sql;
    private final Seals seals;
    private final CaseTokens tokens;
    private final RareWords rare;

    /** Opens words with {@code seals}. */
    @Inject
    SqlNeighbours(Sql sql, Seals seals, CaseTokens tokens, RareWords rare) {
        this.sql = sql;
        this.seals = seals;
        this.tokens = tokens;
        this.rare = rare;
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
    public Map<TicketNumber, String> maybeAlike(Complaint complaint, List<String> words, Instant since) {
        Set<Long> ids = new LinkedHashSet<>(
                rare.cases(tokens.said(String.join(" ", words)), SystemIds.firstAt(since), MOST_READ));
        ids.addAll(sql.ids(
                "select id from complaint where category = ?" + CANDIDATE + MOST_READ, complaint.category(), since));
        ids.remove(complaint.id());
        return ids.isEmpty() ? Map.of() : words(ids, since);
    }

    private Map<TicketNumber, String> words(Set<Long> ids, Instant since) {
        Map<TicketNumber, String> texts = new LinkedHashMap<>();
        List<Object> parameters = new ArrayList<>(ids);
        parameters.add(since);
        for (Piece piece : sql.rows(
                "select c.ticket, w.id, w.words_sealed from complaint c join complaint_words w"
                        + " on w.complaint_id = c.id and w.author = 'CITIZEN' where c.id in (" + Sql.marks(ids.size())
                        + ")" + CANDIDATE + 2 * MOST_READ * WORDS_OF_ONE,
                row -> new Piece(
                        new TicketNumber(row.text("ticket")), seals.words(row.number("id"), row.bytes("words_sealed"))),
                parameters.toArray())) {
            texts.merge(piece.ticket(), piece.words(), (one, two) -> one + " " + two);
        }
        return texts;
    }
}
