package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.Unanswered;

/** A column beside the message. */
@Singleton
public class SqlUnanswered implements Unanswered {
    private final Sql sql;

    /** Works in the caller's transaction. */
    @Inject
    public SqlUnanswered(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void because(long message, String why) {
        sql.update("update sms_message set unanswered = ? where id = ?", why, message);
    }
}
