package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Accounts.Listed;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.UnitCode;

/** Accounts side by side, and what waits for a second administrator. Needs a transaction. */
@Singleton
public class SqlAccountList {
    private static final Duration ASKED = Duration.ofDays(1);

    private final Sql sql;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public SqlAccountList(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Listed> all() {
        return sql.rows(
                "select a.*, r.asked_at, (select count(*) from account_session s where s.account = a.id"
                        + " and s.stage = 'OPEN') as open_sessions from account a left join account_reset r"
                        + " on r.account = a.id and r.asked_at > ? order by a.disabled_at is not null, a.login",
                SqlAccountList::listed,
                clock.instant().minus(ASKED));
    }

    private static Listed listed(Sql.Row row) throws SQLException {
        return new Listed(
                row.text("login"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                state(row),
                (int) row.number("open_sessions"),
                Optional.ofNullable(row.text("signed_in_at")).isPresent()
                        ? Optional.of(row.instant("signed_in_at"))
                        : Optional.empty());
    }

    private static String state(Sql.Row row) throws SQLException {
        if (row.text("disabled_at") != null) {
            return "DISABLED";
        }
        if (row.text("asked_at") != null) {
            return "RESET";
        }
        return row.text("password_hash") == null ? "INVITED" : "ACTIVE";
    }

    List<Viewer> active(Set<Role> roles) {
        return sql
                .rows(
                        "select * from account where disabled_at is null and password_hash is not null order by login",
                        SqlAccounts::account)
                .stream()
                .filter(account -> roles.contains(account.role()))
                .map(account -> account.viewer(false))
                .toList();
    }

    /** Keeps them as they are until the transaction ends: two who disable each other would both find the other one there. */
    void holdAdministrators() {
        sql.rows("select id from account where role = 'ADMINISTRATOR' order by id for update", row -> row.number("id"));
    }

    int otherAdministrators(long id) {
        return sql.count(
                "select count(*) as n from account where role = 'ADMINISTRATOR' and disabled_at is null"
                        + " and password_hash is not null and totp_sealed is not null and id <> ?",
                id);
    }

    /** Whether somebody else asked for the same within a day. */
    boolean confirmed(long account, long by) {
        Instant since = clock.instant().minus(ASKED);
        return sql.exists(
                "select 1 from account_reset where account = ? and asked_by <> ? and asked_at > ?", account, by, since);
    }

    void ask(long account, long by) {
        sql.update(
                "replace into account_reset (account, asked_by, asked_at) values (?, ?, ?)",
                account,
                by,
                clock.instant());
    }

    void forget(long account) {
        sql.update("delete from account_reset where account = ?", account);
    }
}
