package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.login.SqlAccounts.Person;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.UnitCode;

/** Makes accounts that can sign in at once: for the demo only. */
@Singleton
public class AccountKeeping {
    private final InTransaction transaction;
    private final SqlAccounts accounts;
    private final PasswordHashes hashes;

    /** Joined by CDI. */
    @Inject
    public AccountKeeping(InTransaction transaction, SqlAccounts accounts, PasswordHashes hashes) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.hashes = hashes;
    }

    /** Whether there is an account of this name. */
    public boolean knows(String login) {
        return transaction.call(() -> accounts.byLogin(login)).isPresent();
    }

    /** Makes the account, or gives the one there is this password and this second factor. */
    public void make(ReadyMade one) {
        String hash = hashes.hash(one.password());
        transaction.run(() -> {
            Person person = new Person(one.login(), one.name(), one.role(), one.unit());
            long id = accounts.add(person, 0)
                    .or(() -> accounts.byLogin(one.login()).map(Account::id))
                    .orElseThrow();
            accounts.setPassword(id, hash, false);
            accounts.setSecondFactor(id, one.secret(), 0);
        });
    }

    /** A person with a password and a second factor, both in clear. */
    public record ReadyMade(
            String login, String name, Role role, Optional<UnitCode> unit, String password, String secret) {}
}
