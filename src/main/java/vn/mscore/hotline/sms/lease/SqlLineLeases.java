package vn.mscore.hotline.sms.lease;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
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
            + " until_at = if(node = values(node), values(until_at), until_at)";
    private static final String MINE = "select 1 from sms_line_lease where line = ? and node = ?";
    private static final String RELEASE =
            "update sms_line_lease set until_at = utc_timestamp(3) where line = ? and node = ?";
    private static final String ELSEWHERE =
            "select line from sms_line_lease where node <> ? and until_at > utc_timestamp(3)";

    private final Sql sql;
    private final InTransaction transactions;
    private final Facts facts;
    private final String node;
    private volatile Set<String> elsewhere = Set.of();

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
            boolean mine = mine(line);
            if (mine) {
                facts.tell(new LineTaken(line));
            }
            return mine;
        });
    }

    @Override
    public boolean keep(String line) {
        return transactions.call(() -> mine(line));
    }

    private boolean mine(String line) {
        sql.update(TAKE, line, node);
        elsewhere = Set.copyOf(sql.rows(ELSEWHERE, row -> row.text("line"), node));
        return sql.exists(MINE, line, node);
    }

    @Override
    public void release(String line) {
        transactions.call(() -> sql.update(RELEASE, line, node));
    }

    @Override
    public Set<String> elsewhere() {
        return elsewhere;
    }
}
