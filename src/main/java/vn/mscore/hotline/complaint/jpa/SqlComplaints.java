package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.secret.Concealment;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Tickets in the tables {@code complaint}, {@code complaint_words} and {@code complaint_event}. */
@Singleton
public class SqlComplaints implements Complaints {
    private static final String OPEN =
            " state in ('MOI', 'PHAN_LOAI', 'DA_CHUYEN', 'DANG_XU_LY', 'DA_TRA_LOI', 'MO_LAI')";
    private static final String WORKED_ON_AGAIN = ", answered_on = null, answered_at = null where id = ?";

    private final Sql sql;
    private final Seals seals;
    private final CaseTokens tokens;
    private final Promises promises;
    private final SqlCaseLog log;
    private final SqlLanes lanes;
    private final Ids ids;
    private final Clock clock;
    private final Concealment concealment;
    private final SqlUnread unread;

    /** What is written together with the row. */
    @Singleton
    static class Rooms {
        private final Promises promises;
        private final SqlCaseLog log;
        private final SqlLanes lanes;
        private final CaseTokens tokens;
        private final Concealment concealment;
        private final SqlUnread unread;

        @Inject
        Rooms(
                Promises promises,
                SqlCaseLog log,
                SqlLanes lanes,
                CaseTokens tokens,
                Concealment concealment,
                SqlUnread unread) {
            this.unread = unread;
            this.promises = promises;
            this.log = log;
            this.lanes = lanes;
            this.tokens = tokens;
            this.concealment = concealment;
        }
    }

    @Inject
    SqlComplaints(Sql sql, Seals seals, Rooms rooms, Ids ids, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.promises = rooms.promises;
        this.log = rooms.log;
        this.lanes = rooms.lanes;
        this.tokens = rooms.tokens;
        this.ids = ids;
        this.clock = clock;
        this.concealment = rooms.concealment;
        this.unread = rooms.unread;
    }

    @Override
    public int nextInSequence(int year) {
        sql.update(
                "insert into complaint_sequence (year, last) values (?, 0) on duplicate key update last = last + 1",
                year);
        return sql.first(
                        "select last from complaint_sequence where year = ? for update",
                        row -> (int) row.number("last"),
                        year)
                .orElseThrow();
    }

    @Override
    public boolean exists(TicketNumber ticket) {
        return sql.exists("select id from complaint where ticket = ?", ticket.digits());
    }

    @Override
    public long newId() {
        return ids.next();
    }

    @Override
    public void add(Complaint complaint, Words words) {
        long id = complaint.id();
        boolean secret = complaint.secret();
        sql.update(
                "insert into complaint (id, ticket, kind, state, secret, urgent, category, phone_index, phone_sealed,"
                        + " about_sealed, about_digest, words_digest, sender_digest, registered_at, registered_on, due, source)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                complaint.ticket().digits(),
                complaint.kind(),
                complaint.state(),
                secret,
                complaint.urgent(),
                complaint.category(),
                seals.index(secret, complaint.phone()),
                seals.phone(id, secret, complaint.phone()),
                seals.about(id, secret, complaint.about()),
                seals.aboutDigest(secret, complaint.about()),
                seals.digest(words.digestText()),
                complaint.phone().map(phone -> seals.digest(Seals.sender(phone, secret))),
                clock.instant(),
                complaint.registeredOn(),
                complaint.due(),
                words.source());
        concealment.enrol(complaint);
        keep(complaint, CaseView.Said.CITIZEN, words.text(), words.source());
        if (!secret) {
            tokens.add(id, complaint.about());
        }
        promises.keep(complaint, complaint.registeredOn(), complaint.due());
        log.append(complaint, Optional.empty(), Step.to(complaint.state(), complaint, CaseLog.CITIZEN, "register"), "");
    }

    @Override
    public Optional<Complaint> find(TicketNumber ticket) {
        return locked("select id from complaint where ticket = ?", ticket.digits());
    }

    @Override
    public Optional<Complaint> see(TicketNumber ticket) {
        return sql.first(
                "select * from complaint where ticket = ?", row -> ComplaintRow.of(row, seals), ticket.digits());
    }

    // A locking read that finds nothing would lock the gap, and two new tickets would block each other for ever.
    private Optional<Complaint> locked(String query, Object... parameters) {
        return sql.first(query, row -> row.number("id"), parameters).flatMap(this::byId);
    }

    @Override
    public Optional<Complaint> sameWords(Words words, Instant since) {
        return seals.digests(words.digestText()).stream()
                .flatMap(digest -> locked(
                        "select id from complaint where words_digest = ? and registered_at > ? and" + OPEN
                                + " order by registered_at desc limit 1",
                        digest,
                        since)
                        .stream())
                .findFirst();
    }

    @Override
    public Optional<Complaint> newestOpen(PhoneNumber phone, boolean secret, Instant since) {
        return seals.digests(Seals.sender(phone, secret)).stream()
                .flatMap(digest -> locked(
                        "select id from complaint where sender_digest = ? and registered_at > ? and" + OPEN
                                + " order by registered_at desc limit 1",
                        digest,
                        since)
                        .stream())
                .findFirst();
    }

    @Override
    public void addWords(Complaint complaint, String text, String source, boolean urgent) {
        keep(complaint, CaseView.Said.CITIZEN, text, source);
        unread.came(complaint);
        log(complaint, CaseLog.CITIZEN, "words");
        if (urgent && !complaint.urgent()) {
            sql.update("update complaint set urgent = true where id = ?", complaint.id());
        }
    }

    @Override
    public void countRepeat(Complaint complaint) {
        sql.update("update complaint set repeats = repeats + 1 where id = ?", complaint.id());
    }

    @Override
    public void addAnswer(Complaint complaint, String text, String actor) {
        keep(complaint, "OFFICE", text, actor);
        sql.update("update complaint set asked_on = null where id = ?", complaint.id());
    }

    private void keep(Complaint complaint, String author, String text, String source) {
        long id = ids.next();
        sql.update(
                "insert into complaint_words (id, complaint_id, author, at, source, words_sealed)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                complaint.id(),
                author,
                clock.instant(),
                source,
                seals.words(id, complaint.secret(), text));
        if (!complaint.secret()) {
            tokens.add(complaint.id(), text);
        }
        concealment.added(complaint, source, text);
    }

    private record Piece(long id, String text) {}

    @Override
    public void hide(Complaint complaint, String actor) {
        long id = complaint.id();
        tokens.forget(id);
        List<Piece> pieces = sql.rows(
                "select id, words_sealed from complaint_words where complaint_id = ? for update",
                row -> new Piece(row.number("id"), seals.words(row.number("id"), row.bytes("words_sealed"))),
                id);
        sql.batch(
                "update complaint_words set words_sealed = ? where id = ?",
                pieces.stream()
                        .map(piece -> new Object[] {seals.words(piece.id(), true, piece.text()), piece.id()})
                        .toList());
        sql.update(
                "update complaint set secret = true, phone_index = null, phone_sealed = ?, about_sealed = ?,"
                        + " sender_digest = ?, category = ?, about_digest = null, cluster = null, feed_no = null where id = ?",
                seals.phone(id, true, complaint.phone()),
                seals.about(id, true, complaint.about()),
                complaint.phone().map(phone -> seals.digest(Seals.sender(phone, true))),
                Category.OTHER,
                id);
        concealment.hidden(complaint, pieces.stream().map(Piece::text).toList());
        lanes.unanswered(id).stream()
                .flatMap(child -> byId(child).stream())
                .forEach(child -> restore(child, lanes.stateBefore(child.id()), "gateway"));
        lanes.cut(id);
        log(byId(id).orElseThrow(), actor, "seal");
    }

    @Override
    public void classify(Complaint complaint, Classification classification) {
        boolean stands = promises.stands(complaint);
        sql.update(
                "update complaint set kind = ?, category = ?, due = ?, classified = classified or ?, feed_no = null"
                        + " where id = ?",
                classification.kind(),
                classification.category(),
                stands ? complaint.due() : classification.due(),
                classification.confirmed(),
                complaint.id());
        if (classification.confirmed()) {
            sql.update(
                    "update complaint set sorted_at = coalesce(sorted_at, ?) where id = ?",
                    clock.instant(),
                    complaint.id());
        }
        if (!stands) {
            promises.keep(complaint, classification);
        }
        log.append(
                complaint,
                Optional.of(complaint.state()),
                Step.to(complaint.state(), complaint, classification.actor(), "classify"),
                classification.changing(complaint));
    }

    @Override
    public void move(Complaint complaint, Step step) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Vietnam.ZONE);
        sql.update(
                "update complaint set state = ?, due = ?, level = ?, feed_no = null where id = ?",
                step.to(),
                step.due().orElse(complaint.due()),
                step.level(),
                complaint.id());
        step.office()
                .ifPresent(office -> sql.update(
                        "update complaint set unit = ?, unit_name = ?, unit_ascii = ?, routed_on = ?, routed_at = ?,"
                                + " holder = null, holder_name = null where id = ?",
                        office.code().value(),
                        office.name().full(),
                        office.name().ascii(),
                        today,
                        clock.instant(),
                        complaint.id()));
        step.office().ifPresent(to -> promises.told(complaint, step.due().orElse(complaint.due())));
        if (step.to() != complaint.state()) {
            stamp(complaint, step, today);
        }
        unread.moved(complaint, step.to());
        log.append(complaint, Optional.of(complaint.state()), step, "");
    }

    private void stamp(Complaint complaint, Step step, LocalDate today) {
        promises.reached(complaint, step.to());
        if (step.to() == State.DA_TRA_LOI) {
            sql.update(
                    "update complaint set answered_on = ?, answered_at = ? where id = ?",
                    today,
                    clock.instant(),
                    complaint.id());
        }
        if (step.to() == State.MO_LAI) {
            sql.update("update complaint set reopened_at = ?" + WORKED_ON_AGAIN, clock.instant(), complaint.id());
            promises.again(complaint, today, step.due().orElse(complaint.due()));
        }
    }

    @Override
    public void restore(Complaint complaint, State state, String actor) {
        sql.update("update complaint set state = ?, feed_no = null where id = ?", state, complaint.id());
        unread.moved(complaint, state);
        log.append(complaint, Optional.of(complaint.state()), Step.to(state, complaint, actor, "unmerge"), "");
    }

    @Override
    public void handBack(Complaint complaint, Step step) {
        promises.reached(complaint, step.to());
        sql.update(
                "update complaint set state = ?, unit = null, unit_name = null, unit_ascii = null, routed_on = null,"
                        + " routed_at = null, handed_back_at = ?, holder = null, holder_name = null, feed_no = null"
                        + WORKED_ON_AGAIN,
                step.to(),
                clock.instant(),
                complaint.id());
        unread.moved(complaint, step.to());
        log.append(complaint, Optional.of(complaint.state()), step, "");
    }

    @Override
    public void hold(Complaint complaint, Optional<Holder> holder) {
        sql.update(
                "update complaint set holder = ?, holder_name = ? where id = ?",
                holder.map(Holder::login),
                holder.map(Holder::name),
                complaint.id());
    }

    @Override
    public Optional<Holder> holder(Complaint complaint) {
        return sql.first(
                        "select holder, holder_name from complaint where id = ?",
                        row -> new Holder(row.text("holder"), row.text("holder_name")),
                        complaint.id())
                .filter(holder -> holder.login() != null);
    }

    @Override
    public List<String> words(Complaint complaint) {
        return sql.rows(
                "select id, words_sealed from complaint_words where complaint_id = ? and author = 'CITIZEN' order by id",
                row -> seals.words(row.number("id"), row.bytes("words_sealed")),
                complaint.id());
    }

    @Override
    public void log(Complaint complaint, String actor, String deed, String note) {
        log.append(complaint, Optional.of(complaint.state()), Step.to(complaint.state(), complaint, actor, deed), note);
    }

    @Override
    public int version(Complaint complaint) {
        return sql.count("select version as n from complaint where id = ?", complaint.id());
    }

    @Override
    public Optional<Complaint> byId(long id) {
        return sql.first("select * from complaint where id = ? for update", row -> ComplaintRow.of(row, seals), id);
    }

    @Override
    public List<Long> answeredUntil(LocalDate day, long after, int limit) {
        return sql.ids(
                "select id from complaint where state = 'DA_TRA_LOI' and not urgent and not secret and answered_on <= ?"
                        + " and id > ? order by id limit ?",
                day,
                after,
                limit);
    }

    @Override
    public List<Long> unasked(LocalDate day, int limit) {
        return sql.ids(
                "select id from complaint where state = 'DA_TRA_LOI' and not secret and asked_on is null"
                        + " and answered_on <= ? order by answered_on limit ?",
                day,
                limit);
    }

    @Override
    public boolean asked(Complaint about, LocalDate day) {
        return sql.update("update complaint set asked_on = ? where id = ? and asked_on is null", day, about.id()) > 0;
    }
}
