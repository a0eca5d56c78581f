package vn.mscore.hotline.sms.lease;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LineTaken;

/** One row a line, in the time of the database. */
@Singleton
class SqlLineLeases implements LineLeases {
    /**
     * Run out, or longer than any lease is, even for a statement that waited for the row: the clock of the database was put
     * back.
     */
    private static final String FREE = "(until_at <= utc_timestamp(3)" + " or until_at > utc_timestamp(3) + interval "
            + (LENGTH_SECONDS + 60) + " second)";

    // Assigned from left to right: each assignment sees what those before it have left. Whoever has the holder's name
    // was started again and need not wait, unless another process of that name has shown itself.
    private static final String TAKE = "insert into sms_line_lease (line, node, run, until_at)"
            + " values (?, ?, ?, utc_timestamp(3) + interval " + LENGTH_SECONDS + " second)"
            + " on duplicate key update node = if(" + FREE + ", values(node), node),"
            + " run = if(node = values(node) and (" + FREE + " or ?), values(run), run),"
            + " away_since = if(node = values(node) and run = values(run), null, away_since),"
            + " until_at = if(node = values(node) and run = values(run), values(until_at), until_at)";
    private static final String KEEP =
            "update sms_line_lease set until_at = utc_timestamp(3) + interval " + LENGTH_SECONDS + " second,"
                    + " away_since = if(?, null, coalesce(away_since, utc_timestamp(3))) where line = ? and node = ? and run = ?";
    private static final String MINE = "select 1 from sms_line_lease where line = ? and node = ? and run = ?";
    private static final String NAMESAKES =
            "select 1 from sms_line_lease where line = ? and node = ? and (run is null or run <> ?)";
    private static final String RELEASE =
            "update sms_line_lease set until_at = utc_timestamp(3) where line = ? and node = ? and run = ?";
    // A node that is gone was there until its lease ran out; after a week its lines are forgotten.
    private static final String ELSEWHERE = "select line, greatest(0, timestampdiff(second,"
            + " least(coalesce(away_since, utc_timestamp(3)), until_at), utc_timestamp(3))) as away"
            + " from sms_line_lease where (node <> ? or run <> ?) and until_at > utc_timestamp(3) - interval 7 day";

    private static final Logger LOG = Logger.getLogger(SqlLineLeases.class.getName());

    private final Sql sql;
    private final InTransaction transactions;
    private final Facts facts;
    private final String node;
    private final String run = UUID.randomUUID().toString();
    private volatile boolean namesake;
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
            sql.update(TAKE, line, node, run, !namesake);
            look();
            boolean mine = sql.exists(MINE, line, node, run);
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
            boolean mine = sql.update(KEEP, ready, line, node, run) > 0;
            if (!mine && !namesake && sql.exists(NAMESAKES, line, node, run)) {
                namesake = true;
                LOG.severe("another process that is called " + node
                        + " has a line of this one: give each its own hotline.node and start this one again");
            }
            return mine;
        });
    }

    @Override
    public boolean hasNamesake() {
        return namesake;
    }

    private void look() {
        Map<String, Duration> lines = new TreeMap<>();
        sql.rows(ELSEWHERE, row -> lines.put(row.text("line"), Duration.ofSeconds(row.number("away"))), node, run);
        elsewhere = lines;
    }

    @Override
    public void release(String line) {
        transactions.call(() -> sql.update(RELEASE, line, node, run));
    }

    @Override
    public Map<String, Duration> elsewhere() {
        return elsewhere;
    }
}
