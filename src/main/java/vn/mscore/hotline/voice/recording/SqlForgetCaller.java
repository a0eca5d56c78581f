package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.ForgetCaller;
import vn.mscore.hotline.voice.Recordings;

/** Finds the calls by the index of their number. */
@Singleton
class SqlForgetCaller implements ForgetCaller {
    private static final String OVER = " where caller_index = ? and state = 'ENDED'";

    private final Sql sql;
    private final BlindIndex blind;
    private final SqlRecordings rows;

    @Inject
    SqlForgetCaller(Sql sql, BlindIndex blind, SqlRecordings rows) {
        this.sql = sql;
        this.blind = blind;
        this.rows = rows;
    }

    @Override
    public int forget(PhoneNumber phone, Predicate<Recordings.Kept> kept) {
        byte[] index = blind.of(BlindIndex.Purpose.PHONE, phone);
        List<SqlRecordings.Row> free = free(index, kept);
        free.forEach(row -> rows.erase(row.recording()));
        return free.size()
                + sql.update("update voice_call set caller_index = null, caller_sealed = null" + OVER, (Object) index);
    }

    @Override
    public int count(PhoneNumber phone, Predicate<Recordings.Kept> kept) {
        byte[] index = blind.of(BlindIndex.Purpose.PHONE, phone);
        return free(index, kept).size() + sql.count("select count(*) as n from voice_call" + OVER, (Object) index);
    }

    private List<SqlRecordings.Row> free(byte[] index, Predicate<Recordings.Kept> kept) {
        return rows.ofCaller(index).stream()
                .filter(row -> !kept.test(rows.kept(row)))
                .toList();
    }
}
