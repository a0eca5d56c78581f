package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** Eight codes for the day the telephone is lost; each works once. Needs a transaction. */
@Singleton
public class SqlRecoveryCodes {
    private static final int HOW_MANY = 8;
    private static final int CHARACTERS = 16;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public SqlRecoveryCodes(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes new ones; those before are no good any more. */
    List<String> make(long account) {
        forget(account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < HOW_MANY; i++) {
            String code = Secrets.handCode(CHARACTERS);
            codes.add(code);
            sql.update(
                    "insert into account_recovery (id, account, code_hash) values (?, ?, ?)",
                    ids.next(),
                    account,
                    hash(account, code));
        }
        return codes;
    }

    /** Uses a code up; false when it is none, or was used before. */
    boolean use(long account, String code) {
        return sql.update(
                        "update account_recovery set used_at = ? where account = ? and code_hash = ? and used_at is null",
                        clock.instant(),
                        account,
                        hash(account, code))
                > 0;
    }

    /** How many are left. */
    int left(long account) {
        return sql.count("select count(*) as n from account_recovery where account = ? and used_at is null", account);
    }

    void forget(long account) {
        sql.update("delete from account_recovery where account = ?", account);
    }

    private static byte[] hash(long account, String code) {
        return Secrets.hash(account + "|" + code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }
}
