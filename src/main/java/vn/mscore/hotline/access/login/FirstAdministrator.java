package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Logger;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.access.login.SqlAccounts.Person;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.privacy.SecretFiles;

/** Makes the account {@code admin} when there is no account at all; its first password is the one in the secrets. */
@Singleton
public class FirstAdministrator implements Service {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
    private static final int BEFORE_EVERYTHING = 40;
    private static final int SHORTEST = 12;
    private static final String LOGIN = "admin";
    private static final String SECRET = "admin-password";

    private final InTransaction transaction;
    private final SqlAccounts accounts;
    private final PasswordHashes hashes;
    private final SecretFiles secrets;
    private final AuditTrail audit;

    /** Joined by CDI. */
    @Inject
    public FirstAdministrator(
            InTransaction transaction,
            SqlAccounts accounts,
            PasswordHashes hashes,
            SecretFiles secrets,
            AuditTrail audit) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.hashes = hashes;
        this.secrets = secrets;
        this.audit = audit;
    }

    @Override
    public int order() {
        return BEFORE_EVERYTHING;
    }

    @Override
    public void start() {
        if (!transaction.call(accounts::none)) {
            return;
        }
        secrets.find(SECRET, SHORTEST).ifPresent(password -> {
            String hash = hashes.hash(password);
            transaction.run(() -> make(hash));
        });
    }

    private void make(String hash) {
        Person person = new Person(LOGIN, "Quản trị", Role.ADMINISTRATOR, Optional.empty());
        accounts.add(person, 0).ifPresent(id -> {
            accounts.setPassword(id, hash, true);
            audit.note(Viewer.GATEWAY, "first-administrator.made", LOGIN, "");
            LOG.info(() -> "made the account " + LOGIN + "; its first password is in " + secrets.path(SECRET));
        });
    }

    @Override
    public void stop() {
        // Nothing runs.
    }
}
