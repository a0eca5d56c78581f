package vn.mscore.hotline.app.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;

/** Marks of the last months for some offices of the demo, so that the leader's page has something to tell; the desk has looked at them. */
@Singleton
public class DemoMarks implements Service {
    private static final int AFTER_THE_LOADER = 51;
    private static final int OFFICES = 14;
    private static final int EACH = 23;
    private static final int DAYS = 300;
    private static final int SETTLED = 8;
    private static final List<String> FIELDS = List.of("DATDAI", "TUPHAP", "DKKD");
    private static final String INSERT =
            "insert into score (id, dossier, phone_index, in_progress, unit, field, points,"
                    + " scale, channel, proof, weight, scored_at, changed_at, seen_at) values (?, ?, ?, false, ?, ?, ?, 10, 'SMS', 'REGISTERED_PHONE', 1, ?, ?, ?)";

    private final boolean wanted;
    private final InTransaction transaction;
    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final SplittableRandom random = new SplittableRandom(20_250_702);

    /** Writes once, when there is no mark yet. */
    @Inject
    public DemoMarks(Settings settings, InTransaction transaction, Sql sql, Ids ids, Clock clock) {
        this.wanted = settings.flag("hotline.demo", false);
        this.transaction = transaction;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_LOADER;
    }

    @Override
    public void start() {
        if (wanted) {
            transaction.run(() -> {
                if (!sql.exists("select id from score limit 1")) {
                    sql.batch(INSERT, marks());
                }
            });
        }
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    private List<Object[]> marks() {
        List<Object[]> marks = new ArrayList<>();
        List<String> offices = sql.rows(
                "select code from unit where kind = 'ONE_STOP' and valid_to is null order by code = 'KS-HCC' desc, code limit ?",
                row -> row.text("code"),
                OFFICES);
        for (String office : offices) {
            int usual = 5 + random.nextInt(4);
            for (String field : FIELDS) {
                for (int i = 0; i < EACH; i++) {
                    marks.add(mark(office, field, Math.min(10, Math.max(1, usual + random.nextInt(5) - 1))));
                }
            }
        }
        return marks;
    }

    private Object[] mark(String office, String field, int points) {
        byte[] nobody = new byte[32];
        random.nextBytes(nobody);
        Instant at = clock.instant().minus(Duration.ofDays(SETTLED + random.nextInt(DAYS)));
        long id = ids.next();
        return new Object[] {id, "H50.00-250702-" + id % 10_000, nobody, office, field, points, at, at, at};
    }
}
