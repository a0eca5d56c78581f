package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.ForgetCallbacks;

/** Deletes rows of {@code switchboard_callback}. */
@Singleton
public class SqlForgetCallbacks implements ForgetCallbacks {
    private static final String THEIRS = " where phone_index = ? and calling is null";

    private final Sql sql;
    private final BlindIndex index;

    /** Finds by {@code index}. */
    @Inject
    SqlForgetCallbacks(Sql sql, BlindIndex index) {
        this.sql = sql;
        this.index = index;
    }

    @Override
    public int forget(PhoneNumber phone) {
        return sql.update(
                "delete from switchboard_callback" + THEIRS, (Object) index.of(BlindIndex.Purpose.PHONE, phone));
    }

    @Override
    public int count(PhoneNumber phone) {
        return sql.count("select count(*) as n from switchboard_callback" + THEIRS, (Object)
                index.of(BlindIndex.Purpose.PHONE, phone));
    }
}
