package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.UnitCode;

/** Accounts and what they sign in with. Needs a transaction. */
@Singleton
public class SqlAccounts {
    private static final String SELECT = "select * from account where ";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final PersonalDataCipher cipher;

    /** Joined by CDI. */
    @Inject
    public SqlAccounts(Sql sql, Ids ids, Clock clock, PersonalDataCipher cipher) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.cipher = cipher;
    }

    Optional<Account> byLogin(String login) {
        return sql.first(SELECT + "login = ?", SqlAccounts::account, login);
    }

    Optional<Account> byId(long id) {
        return sql.first(SELECT + "id = ?", SqlAccounts::account, id);
    }

    /** The row, locked until the end of the transaction: a code must not be used twice at the same moment. */
    Account lock(long id) {
        return sql.first(SELECT + "id = ? for update", SqlAccounts::account, id)
                .orElseThrow(() -> new IllegalStateException("no account " + id));
    }

    boolean none() {
        return !sql.exists("select 1 from account limit 1");
    }

    /** Adds an account without any means to sign in; empty when the name is taken. */
    Optional<Long> add(Person person, long by) {
        long id = ids.next();
        boolean added = sql.insertNew(
                "insert into account (id, login, name, role, unit, must_change, created_at, created_by)"
                        + " values (?, ?, ?, ?, ?, true, ?, ?)",
                id,
                person.login(),
                person.name(),
                person.role(),
                person.unit().map(UnitCode::value),
                clock.instant(),
                by);
        return added ? Optional.of(id) : Optional.empty();
    }

    void setPassword(long id, String hash, boolean mustChange) {
        sql.update(
                "update account set password_hash = ?, must_change = ?, invitation_hash = null, invitation_until = null"
                        + " where id = ?",
                hash,
                mustChange,
                id);
    }

    /** A new invitation; the old password, if any, is no good any more. */
    void invite(long id, byte[] hash, Instant until) {
        sql.update(
                "update account set password_hash = null, must_change = true, invitation_hash = ?, invitation_until = ?"
                        + " where id = ?",
                hash,
                until,
                id);
    }

    /** Forgets the second factor; the next sign-in sets another one up. */
    void clearSecondFactor(long id) {
        sql.update("update account set totp_sealed = null, totp_step = 0 where id = ?", id);
    }

    void setSecondFactor(long id, String secret, long usedStep) {
        byte[] sealed = cipher.seal(Lane.PERSONAL, place(id), secret);
        sql.update("update account set totp_sealed = ?, totp_step = ? where id = ?", sealed, usedStep, id);
    }

    String secret(Account account) {
        return cipher.open(place(account.id()), account.totpSealed());
    }

    void noteStep(long id, long step) {
        sql.update("update account set totp_step = ? where id = ?", step, id);
    }

    void noteSignedIn(long id) {
        sql.update("update account set signed_in_at = ? where id = ?", clock.instant(), id);
    }

    void disable(long id) {
        sql.update("update account set disabled_at = ? where id = ?", clock.instant(), id);
    }

    void changeUnit(long id, UnitCode unit) {
        sql.update("update account set unit = ? where id = ?", unit.value(), id);
    }

    void enable(long id) {
        sql.update("update account set disabled_at = null where id = ?", id);
    }

    private static Place place(long id) {
        return new Place("account", "totp_sealed", id);
    }

    static Account account(Sql.Row row) throws SQLException {
        return new Account(
                row.number("id"),
                row.text("login"),
                row.text("name"),
                Role.valueOf(row.text("role")),
                Optional.ofNullable(row.text("unit")).map(UnitCode::new),
                row.text("password_hash"),
                row.flag("must_change"),
                row.bytes("invitation_hash"),
                row.instant("invitation_until"),
                row.bytes("totp_sealed"),
                row.number("totp_step"),
                row.text("disabled_at") != null);
    }

    /** Who an account is for. */
    record Person(String login, String name, Role role, Optional<UnitCode> unit) {}
}
