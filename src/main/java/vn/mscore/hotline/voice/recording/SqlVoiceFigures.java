package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.voice.CallsInHand;
import vn.mscore.hotline.voice.VoiceCounts;
import vn.mscore.hotline.voice.VoiceFigures;
import vn.mscore.hotline.voice.VoiceFolders;

/** Counts rows that wait or need a person, and asks the door and the spool. */
@Singleton
class SqlVoiceFigures implements VoiceFigures {
    private static final int QUOTA_MEGABYTES = 20_480;
    private static final long MEGABYTE = 1024 * 1024;

    private final Sql sql;
    private final InTransaction transaction;
    private final VoiceCounts counts;
    private final CallsInHand calls;
    private final SpoolWatch spool;
    private final boolean wanted;
    private final long quota;

    @Inject
    SqlVoiceFigures(
            Sql sql,
            InTransaction transaction,
            VoiceCounts counts,
            CallsInHand calls,
            SpoolWatch spool,
            VoiceFolders folders,
            Settings settings) {
        this.sql = sql;
        this.transaction = transaction;
        this.counts = counts;
        this.calls = calls;
        this.spool = spool;
        this.wanted = !settings.text("hotline.voice.asterisk").orElse("off").equals("off") && folders.areSayable();
        this.quota = MEGABYTE * settings.number("hotline.voice.recordings.quota", QUOTA_MEGABYTES, 1, 10_000_000);
    }

    @Override
    public Figures now() {
        return transaction.call(() -> new Figures(
                wanted,
                counts.isAlive(),
                calls.count(),
                counts.refused(),
                counts.missing(),
                counts.leftOut(),
                waiting(),
                sql.count("select count(*) as n from voice_recording where not linked"
                        + " and state in ('KEPT', 'EMPTY')"),
                spool.oldest(),
                sql.first(
                                "select coalesce(sum(bytes), 0) as n from voice_recording where state = 'KEPT'",
                                row -> row.number("n"))
                        .orElse(0L),
                quota));
    }

    private Map<String, Long> waiting() {
        Map<String, Long> counted = new HashMap<>();
        sql.rows(
                "select state, count(*) as n from voice_recording where state in ('PROMISED', 'QUARANTINED')"
                        + " group by state",
                row -> counted.put(row.text("state"), row.number("n")));
        return counted;
    }
}
