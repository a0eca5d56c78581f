package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Accounts.Trusting;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;

/** What administrators asked for accounts of trust, and who agreed. Needs a transaction. */
@Singleton
public class SqlTrust {
    private static final Duration GOOD_FOR = Duration.ofDays(3);
    private static final Duration OLD_ENOUGH = Duration.ofHours(24);
    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int FIRST = 2;
    private static final String ABLE =
            "a.disabled_at is null and a.password_hash is not null and a.totp_sealed is not null"
                    + " and a.id <> ? and a.created_by <> ? and a.created_at < ?";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** Works on {@code account_trust}. */
    @Inject
    public SqlTrust(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** A wish that somebody may agree to, or has agreed to. */
    record Wish(long id, long askedBy, boolean agreed) {}

    /** The newest wish for an account that is still good and not carried out. */
    Optional<Wish> of(long account, String deed) {
        return sql.first(
                "select id, asked_by, agreed_by from account_trust where account = ? and deed = ? and asked_at > ?"
                        + " and done_at is null order by asked_at desc, id desc",
                row -> new Wish(row.number("id"), row.number("asked_by"), row.text("agreed_by") != null),
                account,
                deed,
                clock.instant().minus(GOOD_FOR));
    }

    long ask(long account, String deed, long by) {
        long id = ids.next();
        sql.update(
                "insert into account_trust (id, account, deed, asked_by, asked_at) values (?, ?, ?, ?, ?)",
                id,
                account,
                deed,
                by,
                clock.instant());
        return id;
    }

    void agree(long wish, long by) {
        sql.update("update account_trust set agreed_by = ?, agreed_at = ? where id = ?", by, clock.instant(), wish);
    }

    void done(long wish) {
        sql.update("update account_trust set done_at = ? where id = ?", clock.instant(), wish);
    }

    /** Whether {@code by} may agree to what {@code asker} wants: not made by him, a day old, an administrator if there is one. */
    boolean mayAgree(long by, long asker) {
        return among(asker, "a.role = 'ADMINISTRATOR' and a.id = ?", by)
                || (among(asker, "a.role in ('CUSTODIAN', 'AUDITOR') and a.id = ?", by)
                        && !among(asker, "a.role = 'ADMINISTRATOR' and a.id <> ?", by));
    }

    private boolean among(long asker, String which, long by) {
        Instant before = clock.instant().minus(OLD_ENOUGH);
        return sql.exists("select 1 from account a where " + ABLE + " and " + which, asker, asker, before, by);
    }

    /** Whether the house is only being set up and {@code account} is one of the first two of its role, never used. */
    boolean founding(Account account) {
        return !sql.exists("select 1 from account where role = 'CUSTODIAN' and signed_in_at is not null")
                && sql.exists("select 1 from account where id = ? and signed_in_at is null", account.id())
                && sql.count(
                                "select count(*) as n from account where role = ? and id <= ?",
                                account.role(),
                                account.id())
                        <= FIRST;
    }

    List<Trusting> shown() {
        return sql.rows(
                "select t.*, a.login, a.name, a.role, b.login as asker, c.login as second from account_trust t"
                        + " join account a on a.id = t.account left join account b on b.id = t.asked_by"
                        + " left join account c on c.id = t.agreed_by where t.asked_at > ?"
                        + " order by t.asked_at desc, t.id desc limit 100",
                this::trusting,
                clock.instant().minus(SHOWN));
    }

    private Trusting trusting(Sql.Row row) throws SQLException {
        boolean over = row.instant("asked_at").plus(GOOD_FOR).isBefore(clock.instant());
        return new Trusting(
                row.text("login"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                row.text("deed"),
                Optional.ofNullable(row.text("asker")).orElse(""),
                row.instant("asked_at"),
                Optional.ofNullable(row.text("second")).orElse(""),
                row.text("agreed_by") == null && row.text("done_at") == null && !over);
    }
}
