package vn.mscore.hotline.watch.board;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.Trouble;
import vn.mscore.hotline.watch.tell.AlarmTelling;

/**
 * One row per alarm; a unique key over the open ones makes one of all nodes the teller. Whether somebody still sees it is told
 * in the time of the database, since nodes whose clocks differ would end each other's alarms; beginning and end are for people
 * and in the time of the node that tells of them.
 */
@Singleton
public class SqlAlarmBoard implements AlarmBoard {
    private static final String GONE = "seen_at < utc_timestamp(6) - interval 60 second";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final String COLUMNS = "select id, kind, line, level, began_at, ended_at from watch_alarm";
    private static final String SEEN =
            "update watch_alarm set seen_at = utc_timestamp(6) where kind = ? and line = ? and is_open";
    private static final String RISE =
            "update watch_alarm set level = ? where kind = ? and line = ? and is_open and level < ?";
    private static final String INSERT =
            "insert into watch_alarm (id, source, kind, line, level, is_open, began_at, seen_at)"
                    + " values (?, ?, ?, ?, ?, true, ?, utc_timestamp(6))";
    private static final String END =
            "update watch_alarm set is_open = null, ended_at = ? where id = ? and is_open and " + GONE;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final InTransaction transactions;
    private final AlarmTelling telling;

    /** Hands what begins and ends to {@code telling}, in the same transaction. */
    @Inject
    public SqlAlarmBoard(Sql sql, Ids ids, Clock clock, InTransaction transactions, AlarmTelling telling) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
        this.telling = telling;
    }

    @Override
    public int report(String source, Set<Trouble> now) {
        Instant at = clock.instant();
        return transactions.call(() -> {
            int begun =
                    now.stream().mapToInt(trouble -> begin(source, trouble, at)).sum();
            return begun
                    + over(source).stream().mapToInt(alarm -> end(alarm, at)).sum();
        });
    }

    private int begin(String source, Trouble trouble, Instant at) {
        if (sql.update(SEEN, trouble.kind(), trouble.line()) > 0) {
            return rise(trouble, at);
        }
        long id = ids.next();
        boolean first = sql.insertNew(INSERT, id, source, trouble.kind(), trouble.line(), trouble.level(), at);
        if (first) {
            forget(at.minus(KEPT));
            telling.began(new Alarm(id, trouble, at, Optional.empty()));
        }
        return first ? 1 : 0;
    }

    private void forget(Instant before) {
        sql.update("delete from watch_post where created_at < ? limit 1000", before);
        sql.update("delete from watch_alarm where ended_at < ? limit 1000", before);
    }

    private int rise(Trouble trouble, Instant at) {
        int risen = sql.update(RISE, trouble.level(), trouble.kind(), trouble.line(), trouble.level());
        if (risen > 0) {
            sql.first(
                            COLUMNS + " where kind = ? and line = ? and is_open",
                            SqlAlarmBoard::alarm,
                            trouble.kind(),
                            trouble.line())
                    .ifPresent(alarm -> telling.worse(alarm, at));
        }
        return risen;
    }

    private List<Alarm> over(String source) {
        return sql.rows(COLUMNS + " where source = ? and is_open and " + GONE, SqlAlarmBoard::alarm, source);
    }

    private int end(Alarm alarm, Instant at) {
        boolean last = sql.update(END, at, alarm.id()) > 0;
        if (last) {
            telling.ended(new Alarm(alarm.id(), alarm.trouble(), alarm.began(), Optional.of(at)));
        }
        return last ? 1 : 0;
    }

    @Override
    public List<Alarm> latest(int limit) {
        return transactions.call(() -> sql.rows(
                COLUMNS + " order by is_open is null, began_at desc, id desc limit ?", SqlAlarmBoard::alarm, limit));
    }

    private static Alarm alarm(Sql.Row row) throws SQLException {
        return new Alarm(
                row.number("id"),
                new Trouble(row.text("kind"), row.text("line"), (int) row.number("level")),
                row.instant("began_at"),
                Optional.ofNullable(row.instant("ended_at")));
    }
}
