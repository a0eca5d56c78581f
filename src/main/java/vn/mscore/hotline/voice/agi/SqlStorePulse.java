package vn.mscore.hotline.voice.agi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SqlFailure;

/** Reads one call of the book. */
@Singleton
class SqlStorePulse implements StorePulse {
    private final Sql sql;
    private final InTransaction transaction;

    @Inject
    SqlStorePulse(Sql sql, InTransaction transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public boolean isReadable() {
        try {
            transaction.run(() -> sql.exists("select id from voice_call limit 1"));
            return true;
        } catch (RuntimeException e) {
            if (!SqlFailure.isPassing(e)) {
                throw e;
            }
            return false;
        }
    }
}
