package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** The log in the table {@code erasure}. */
@Singleton
public class SqlErasureLog implements ErasureLog {
    private final Sql sql;
    private final Ids ids;

    /** Works in the caller's transaction. */
    @Inject
    public SqlErasureLog(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    @Override
    public void note(Erased erased) {
        sql.update(
                "insert into erasure (id, subject, before_at, erased, held, at) values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                erased.subject(),
                erased.before(),
                erased.erased(),
                erased.held(),
                erased.at());
    }

    @Override
    public List<Erased> newest(int limit) {
        return sql.rows(
                "select subject, before_at, erased, held, at from erasure order by at desc, id desc limit ?",
                row -> new Erased(
                        row.text("subject"),
                        row.instant("before_at"),
                        row.number("erased"),
                        row.number("held"),
                        row.instant("at")),
                limit);
    }
}
