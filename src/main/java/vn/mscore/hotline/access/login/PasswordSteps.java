package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Passwords;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.access.login.SqlSessions.Row;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** The steps that ask for a password. The slow hash is never computed within a transaction. */
@Singleton
public class PasswordSteps {
    private static final Reason WRONG = new Reason("sign-in.wrong", "the name or the password is wrong");
    private static final Reason SAME = new Reason("password.same", "this is the password you had");
    private static final Reason ENDED = new Reason("sign-in.over", "this session was ended meanwhile, begin again");
    private static final int LOUD = 10;

    private final InTransaction transaction;
    private final SqlAccounts accounts;
    private final SqlSessions sessions;
    private final SqlFailures failures;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public PasswordSteps(
            InTransaction transaction,
            SqlAccounts accounts,
            SqlSessions sessions,
            SqlFailures failures,
            PasswordHashes hashes,
            PasswordRules rules,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.hashes = hashes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    Step signIn(String login, String password, Origin from) {
        Optional<Account> account = transaction.call(() -> accounts.byLogin(login));
        boolean right =
                hashes.matches(password, account.map(Account::passwordHash).orElse(null));
        boolean invited = account.filter(one -> invited(one, password)).isPresent();
        Supplier<Step> answer =
                (right || invited) && account.filter(one -> !one.disabled()).isPresent()
                        ? () -> unchanged(account.get())
                                .map(one -> open(one, from))
                                .orElseGet(() -> refuse(login, account, from))
                        : () -> refuse(login, account, from);
        return transaction.call(answer);
    }

    /** An invitation code stands in for the password until it is taken or over. */
    private boolean invited(Account account, String code) {
        return account.invitationHash() != null
                && account.invitationUntil().isAfter(clock.instant())
                && MessageDigest.isEqual(account.invitationHash(), Secrets.hash(Invitations.plain(code)));
    }

    /** The account now, when nobody disabled it or took its password away while the hash was computed. */
    private Optional<Account> unchanged(Account before) {
        Account now = accounts.lock(before.id());
        boolean same = !now.disabled()
                && Objects.equals(now.passwordHash(), before.passwordHash())
                && Arrays.equals(now.invitationHash(), before.invitationHash());
        return same ? Optional.of(now) : Optional.empty();
    }

    private Step open(Account account, Origin from) {
        Stage stage = account.afterPassword();
        return Step.to(stage, sessions.open(account.id(), stage, from));
    }

    private Step refuse(String login, Optional<Account> account, Origin from) {
        int count = failures.note(login, from.address());
        if (count % LOUD == 0) {
            account.ifPresent(one -> audit.note(one.viewer(false), "sign-in.slowed", login, count + " wrong tries"));
        }
        return Step.refused(Stage.PASSWORD, WRONG);
    }

    Step choose(Row row, String password, Origin from) {
        return fault(row, password).orElseGet(() -> {
            String hash = hashes.hash(password);
            return transaction.call(() -> {
                accounts.lock(row.account().id());
                return sessions.endRow(row.id()) ? chosen(row, hash, from) : Step.refused(Stage.PASSWORD, ENDED);
            });
        });
    }

    private Step chosen(Row row, String hash, Origin from) {
        Account account = row.account();
        accounts.setPassword(account.id(), hash, false);
        sessions.endAll(account.id());
        Stage next = account.totpSealed() == null ? Stage.ENROL : Stage.OPEN;
        accounts.noteSignedIn(account.id());
        audit.note(account.viewer(false), "password.chosen", account.login(), "");
        return Step.to(next, sessions.renewed(row, next, from));
    }

    private Optional<Step> fault(Row row, String password) {
        Optional<Reason> fault = rules.fault(row.account().login(), password);
        Optional<Reason> same = row.account().passwordHash() != null
                        && hashes.matches(password, row.account().passwordHash())
                ? Optional.of(SAME)
                : Optional.empty();
        return fault.or(() -> same).map(reason -> Step.refused(row.stage(), reason));
    }

    Step change(Row row, Passwords given, Origin from) {
        if (!hashes.matches(given.old(), row.account().passwordHash())) {
            transaction.run(() -> failures.note(row.account().login(), from.address()));
            return Step.refused(Stage.OPEN, WRONG);
        }
        return choose(row, given.chosen(), from);
    }

    void signOut(Row row) {
        sessions.endRow(row.id());
        if (row.stage() == Stage.OPEN) {
            audit.note(
                    row.account().viewer(false), "session.closed", row.account().login(), "");
        }
    }
}
