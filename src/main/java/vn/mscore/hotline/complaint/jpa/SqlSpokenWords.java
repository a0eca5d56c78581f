package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Sight;
import vn.mscore.hotline.complaint.Sights;
import vn.mscore.hotline.complaint.life.SpokenRows;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Recordings among {@code complaint_words}: a row whose source is {@code recording:<uuid>}. */
@Singleton
public class SqlSpokenWords implements SpokenRows {
    private static final String SPOKEN = "recording:";

    private final Sql sql;
    private final Seals seals;
    private final Sights sights;
    private final CaseTokens tokens;
    private final SqlCaseFile file;
    private final Ids ids;
    private final Clock clock;

    /** Filters by {@code sights}. */
    @Inject
    SqlSpokenWords(Sql sql, Seals seals, Sights sights, CaseTokens tokens, SqlCaseFile file, Ids ids, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.sights = sights;
        this.tokens = tokens;
        this.file = file;
        this.ids = ids;
        this.clock = clock;
    }

    /** The recording that a source names. */
    static Optional<String> recording(String source) {
        return Optional.of(source).filter(from -> from.startsWith(SPOKEN)).map(from -> from.substring(SPOKEN.length()));
    }

    @Override
    public Optional<TicketNumber> open(Viewer viewer, String recording) {
        if (!viewer.is(Role.OPERATOR) || sealed(recording)) {
            return Optional.empty();
        }
        Sight sight = sights.open(viewer).and("w.source = ?", SPOKEN + recording);
        return sql.first(
                        "select c.ticket from complaint_words w join complaint c on c.id = w.complaint_id where "
                                + sight.sql(),
                        row -> new TicketNumber(row.text("ticket")),
                        sight.with())
                .filter(ticket -> file.isOpenTo(viewer, ticket, "listen"));
    }

    @Override
    public Map<TicketNumber, String> firstOf(Collection<TicketNumber> tickets) {
        Sight cases = new Sight("c.secret = 0", List.of())
                .andIn("c.ticket", tickets.stream().map(TicketNumber::digits).toList());
        Map<TicketNumber, String> first = new HashMap<>();
        sql.rows(
                        "select c.ticket, w.source from complaint c join complaint_words w on w.complaint_id = c.id"
                                + " and w.source like 'recording:%' where " + cases.sql() + " order by w.id",
                        row -> Map.entry(new TicketNumber(row.text("ticket")), row.text("source")),
                        cases.with())
                .forEach(found -> first.putIfAbsent(
                        found.getKey(), recording(found.getValue()).orElseThrow()));
        return first;
    }

    private boolean sealed(String recording) {
        return sql.exists(
                "select w.id from complaint_words w join complaint c on c.id = w.complaint_id"
                        + " where w.source = ? and c.secret = 1 limit 1",
                SPOKEN + recording);
    }

    @Override
    public boolean has(Complaint complaint, String recording) {
        return sql.exists(
                "select id from complaint_words where complaint_id = ? and source = ?",
                complaint.id(),
                SPOKEN + recording);
    }

    @Override
    public void add(Complaint complaint, String recording, String text, String typedBy) {
        boolean filled = sql
                .rows(
                        "select id, words_sealed from complaint_words where complaint_id = ? and source = ?"
                                + " and typed_by is null order by id",
                        row -> new Untyped(row.number("id"), seals.words(row.number("id"), row.bytes("words_sealed"))),
                        complaint.id(),
                        SPOKEN + recording)
                .stream()
                .filter(row -> row.text().isEmpty())
                .findFirst()
                .map(row -> fill(row, complaint, text, typedBy))
                .isPresent();
        if (!filled) {
            insert(complaint, recording, text, typedBy);
        }
        if (!complaint.secret()) {
            tokens.add(complaint.id(), text);
        }
    }

    private record Untyped(long id, String text) {}

    private int fill(Untyped row, Complaint complaint, String text, String typedBy) {
        return sql.update(
                "update complaint_words set words_sealed = ?, typed_by = ? where id = ?",
                seals.words(row.id(), complaint.secret(), text),
                typedBy,
                row.id());
    }

    private void insert(Complaint complaint, String recording, String text, String typedBy) {
        long id = ids.next();
        sql.update(
                "insert into complaint_words (id, complaint_id, author, at, source, typed_by, words_sealed)"
                        + " values (?, ?, 'CITIZEN', ?, ?, ?, ?)",
                id,
                complaint.id(),
                clock.instant(),
                SPOKEN + recording,
                typedBy,
                seals.words(id, complaint.secret(), text));
    }
}
