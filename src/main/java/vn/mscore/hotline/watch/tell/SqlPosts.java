package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.Trouble;

/** Posts that wait for the webhook, those of one alarm in their order. A post is leased while it is tried, so that two nodes do not post it at once. */
@Singleton
public class SqlPosts {
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String INSERT =
            "insert into watch_post (id, alarm_id, begins, worse, state, not_before, created_at)"
                    + " values (?, ?, ?, ?, 'NEW', ?, ?)";
    private static final String DUE =
            "select p.id, p.begins, p.worse, p.attempts, p.created_at, a.id as alarm, a.kind, a.line,"
                    + " a.level, a.began_at, a.ended_at from watch_post p join watch_alarm a on a.id = p.alarm_id"
                    + " where p.state = 'NEW' and p.not_before <= ?"
                    + " and not exists (select 1 from watch_post e where e.state = 'NEW' and e.alarm_id = p.alarm_id"
                    + " and (e.created_at, e.id) < (p.created_at, p.id)) order by p.not_before, p.id limit " + AT_ONCE;
    private static final String LEASED = "update watch_post set attempts = attempts + 1, not_before = ?"
            + " where id = ? and state = 'NEW' and attempts = ?";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final boolean wanted;

    /** Joined by CDI. */
    @Inject
    SqlPosts(Sql sql, Ids ids, Clock clock, AlarmSettings.Source settings) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.wanted = settings.read().webhook().isPresent();
    }

    /** A post in hand; {@code attempts} before this one. */
    record Post(long id, Alarm alarm, AlarmEvent event, int attempts, Instant created) {}

    void queue(Alarm alarm, AlarmEvent event) {
        if (wanted) {
            Instant now = clock.instant();
            sql.update(INSERT, ids.next(), alarm.id(), event == AlarmEvent.BEGAN, event == AlarmEvent.WORSE, now, now);
        }
    }

    List<Post> due() {
        return sql.rows(DUE, SqlPosts::post, clock.instant());
    }

    private static Post post(Sql.Row row) throws SQLException {
        Alarm alarm = new Alarm(
                row.number("alarm"),
                new Trouble(row.text("kind"), row.text("line"), (int) row.number("level")),
                row.instant("began_at"),
                Optional.ofNullable(row.instant("ended_at")));
        return new Post(
                row.number("id"),
                alarm,
                AlarmEvent.of(row.flag("begins"), row.flag("worse")),
                (int) row.number("attempts"),
                row.instant("created_at"));
    }

    /** Whether this node may try it now. */
    boolean lease(Post post) {
        return sql.update(LEASED, clock.instant().plus(LEASE), post.id(), post.attempts()) > 0;
    }

    /** It is done, or given up. */
    void close(Post post, boolean done) {
        sql.update("update watch_post set state = ? where id = ?", done ? "DONE" : "GIVEN_UP", post.id());
    }

    void again(Post post, Instant at) {
        sql.update("update watch_post set not_before = ? where id = ? and state = 'NEW'", at, post.id());
    }
}
