package vn.mscore.hotline.sms.lease;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LineTaken;

/** One row a line, in the time of the database. */
@Singleton
class SqlLineLeases implements LineLeases {
    // Assigned from left to right: the second assignment sees what the first has left.
    private static final String TAKE = "insert into sms_line_lease (line, node, until_at)"
            + " values (?, ?, utc_timestamp(3) + interval " + LENGTH_SECONDS + " second)"
            + " on duplicate key update node = if(until_at <= utc_timestamp(3), values(node), node),"
            + " away_since = if(node = values(node), null, away_since),"
            + " until_at = if(node = values(node), values(until_at), until_at)";
    private static final String KEEP =
            "update sms_line_lease set until_at = utc_timestamp(3) + interval " + LENGTH_SECONDS + " second,"
                    + " away_since = if(?, null, coalesce(away_since, utc_timestamp(3))) where line = ? and node = ?";
    private static final String MINE = "select 1 from sms_line_lease where line = ? and node = ?";
    private static final String RELEASE =
            "update sms_line_lease set until_at = utc_timestamp(3) where line = ? and node = ?";
    // A node that is gone was there until its lease ran out; after a week its lines are forgotten.
    private static final String ELSEWHERE = "select line, greatest(0, timestampdiff(second,"
            + " least(coalesce(away_since, utc_timestamp(3)), until_at), utc_timestamp(3))) as away"
            + " from sms_line_lease where node <> ? and until_at > utc_timestamp(3) - interval 7 day";

    private final Sql sql;
    private final InTransaction transactions;
    private final Facts facts;
    private final String node;
    private volatile Map<String, Duration> elsewhere = Map.of();

    @Inject
    SqlLineLeases(Sql sql, InTransaction transactions, Facts facts, NodeName node) {
        this.sql = sql;
        this.transactions = transactions;
        this.facts = facts;
        this.node = node.text();
    }

    @Override
    public boolean take(String line) {
        return transactions.call(() -> {
            sql.update(TAKE, line, node);
            look();
            boolean mine = sql.exists(MINE, line, node);
            if (mine) {
                facts.tell(new LineTaken(line));
            }
            return mine;
        });
    }

    @Override
    public boolean keep(String line, boolean ready) {
        return transactions.call(() -> {
            look();
            return sql.update(KEEP, ready, line, node) > 0;
        });
    }

    private void look() {
        Map<String, Duration> lines = new TreeMap<>();
        sql.rows(ELSEWHERE, row -> lines.put(row.text("line"), Duration.ofSeconds(row.number("away"))), node);
        elsewhere = lines;
    }

    @Override
    public void release(String line) {
        transactions.call(() -> sql.update(RELEASE, line, node));
    }

    @Override
    public Map<String, Duration> elsewhere() {
        return elsewhere;
    }
}
