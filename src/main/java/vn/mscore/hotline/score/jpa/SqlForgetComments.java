package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.score.ForgetComments;
import vn.mscore.hotline.shared.PhoneNumber;

/** Deletes rows of {@code score_comment}. */
@Singleton
public class SqlForgetComments implements ForgetComments {
    private static final String THEIRS =
            " from score_comment where not concealed and score_id in (select id from score where phone_index = ?)";

    private final Sql sql;
    private final BlindIndex index;

    /** Finds by {@code index}. */
    @Inject
    SqlForgetComments(Sql sql, BlindIndex index) {
        this.sql = sql;
        this.index = index;
    }

    @Override
    public int forget(PhoneNumber phone) {
        return sql.update("delete" + THEIRS, (Object) index.of(BlindIndex.Purpose.PHONE, phone));
    }

    @Override
    public int count(PhoneNumber phone) {
        return sql.count("select count(*) as n" + THEIRS, (Object) index.of(BlindIndex.Purpose.PHONE, phone));
    }
}
