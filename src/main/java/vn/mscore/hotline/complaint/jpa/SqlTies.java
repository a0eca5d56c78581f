package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.life.Ties;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;

/** Ties in {@code complaint_link}, {@code complaint_merge} and the column {@code cluster}; none touches the secret lane. */
@Singleton
public class SqlTies implements Ties {
    private final Sql sql;
    private final Complaints complaints;
    private final Clock clock;

    /** Moves cases through {@code complaints}. */
    @Inject
    SqlTies(Sql sql, Complaints complaints, Clock clock) {
        this.sql = sql;
        this.complaints = complaints;
        this.clock = clock;
    }

    @Override
    public void link(Complaint one, Complaint other, String login) {
        sql.update(
                "insert ignore into complaint_link (one, other, at, login) values (?, ?, ?, ?)",
                Math.min(one.id(), other.id()),
                Math.max(one.id(), other.id()),
                clock.instant(),
                login);
    }

    @Override
    public boolean unlink(Complaint one, Complaint other) {
        return sql.update(
                        "delete from complaint_link where one = ? and other = ?",
                        Math.min(one.id(), other.id()),
                        Math.max(one.id(), other.id()))
                > 0;
    }

    @Override
    public void merge(Complaint child, Complaint into, String login) {
        sql.update(
                "insert into complaint_merge (complaint_id, into_id, at, login, state) values (?, ?, ?, ?, ?)",
                child.id(),
                into.id(),
                clock.instant(),
                login,
                child.state());
        complaints.move(child, Step.to(State.TRUNG, child, login, "merge"));
        if (child.due().isBefore(into.due())) {
            complaints.log(into, login, "nearer-day");
        }
    }

    @Override
    public boolean unmerge(Complaint child, String login) {
        Optional<Complaint> head = head(child);
        Optional<State> before = sql.first(
                "select state from complaint_merge where complaint_id = ?",
                row -> State.valueOf(row.text("state")),
                child.id());
        before.ifPresent(state -> {
            sql.update("delete from complaint_merge where complaint_id = ?", child.id());
            complaints.restore(child, state, login);
            head.filter(into -> into.state().isWorkedOn() && !child.due().isAfter(into.due()))
                    .ifPresent(into -> complaints.log(into, login, "own-day"));
        });
        return before.isPresent();
    }

    private Optional<Complaint> head(Complaint child) {
        return sql.first(SqlMerges.TOP, row -> row.number("id"), child.id()).flatMap(complaints::byId);
    }

    @Override
    public boolean isCircle(Complaint child, Complaint into) {
        return below(child.id()).contains(into.id());
    }

    private Set<Long> below(long top) {
        Set<Long> found = new LinkedHashSet<>();
        List<Long> next = new ArrayList<>(List.of(top));
        while (!next.isEmpty()) {
            long parent = next.remove(0);
            for (long child : directlyBelow(parent)) {
                if (found.add(child)) {
                    next.add(child);
                }
            }
        }
        return found;
    }

    private List<Long> directlyBelow(long parent) {
        return sql.rows(
                "select complaint_id from complaint_merge where into_id = ? order by complaint_id",
                row -> row.number("complaint_id"),
                parent);
    }

    @Override
    public List<Complaint> mergedDirectlyInto(Complaint complaint) {
        return directlyBelow(complaint.id()).stream()
                .flatMap(id -> complaints.byId(id).stream())
                .toList();
    }

    @Override
    public List<Complaint> mergedInto(Complaint complaint) {
        return below(complaint.id()).stream()
                .flatMap(id -> complaints.byId(id).stream())
                .toList();
    }

    @Override
    public void cluster(Complaint one, Complaint other) {
        long mine = clusterId(one).orElse(one.id());
        clusterId(other)
                .ifPresent(theirs -> sql.update("update complaint set cluster = ? where cluster = ?", mine, theirs));
        sql.update("update complaint set cluster = ? where id in (?, ?)", mine, one.id(), other.id());
    }

    private Optional<Long> clusterId(Complaint complaint) {
        return sql.first(
                        "select cluster from complaint where id = ?", row -> row.maybeNumber("cluster"), complaint.id())
                .flatMap(id -> id);
    }

    @Override
    public boolean uncluster(Complaint complaint) {
        Optional<Long> cluster = clusterId(complaint);
        cluster.ifPresent(id -> {
            sql.update("update complaint set cluster = null where id = ?", complaint.id());
            if (sql.count("select count(*) as n from complaint where cluster = ?", id) == 1) {
                sql.update("update complaint set cluster = null where cluster = ?", id);
            }
        });
        return cluster.isPresent();
    }

    @Override
    public List<Complaint> clusterOf(Complaint complaint) {
        return clusterId(complaint).stream()
                .flatMap(cluster -> sql
                        .ids(
                                "select id from complaint where cluster = ? and id <> ? and not secret and state in "
                                        + SqlCourses.WORKED_ON + " order by id",
                                cluster,
                                complaint.id())
                        .stream())
                .flatMap(id -> complaints.byId(id).stream())
                .toList();
    }

    @Override
    public CaseBonds.Bonds of(TicketNumber ticket) {
        long id = sql.first("select id from complaint where ticket = ?", row -> row.number("id"), ticket.digits())
                .orElse(0L);
        return new CaseBonds.Bonds(
                tickets(
                        "select c.ticket from complaint_link l join complaint c on c.id = if(l.one = ?, l.other, l.one)"
                                + " where (l.one = ? or l.other = ?) and not c.secret order by l.at, c.id",
                        id,
                        id,
                        id),
                tickets(
                        "select o.ticket from complaint c join complaint o on o.cluster = c.cluster and o.id <> c.id"
                                + " where c.id = ? and not o.secret order by o.id",
                        id),
                tickets(
                        "select c.ticket from complaint_merge m join complaint c on c.id = m.complaint_id"
                                + " where m.into_id = ? and not c.secret order by c.id",
                        id),
                tickets(
                        "select c.ticket from complaint_merge m join complaint c on c.id = m.into_id"
                                + " where m.complaint_id = ? and not c.secret",
                        id));
    }

    private List<TicketNumber> tickets(String query, Object... parameters) {
        return sql.rows(query, row -> new TicketNumber(row.text("ticket")), parameters);
    }
}
