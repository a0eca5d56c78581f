package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.SignIn.Enrolment;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.access.login.SqlSessions.Row;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** The steps that ask for a code of the second factor. Five wrong ones end the session they were typed in. */
@Singleton
public class CodeSteps {
    private static final Reason WRONG = new Reason("code.wrong", "this code is wrong, or was used before");
    private static final Reason OVER = new Reason("code.over", "five wrong codes, begin again");
    private static final Reason ENDED = new Reason("sign-in.over", "this session was ended meanwhile, begin again");
    private static final int MOST_WRONG = 5;
    private static final int CODE_LENGTH = 6;

    private final InTransaction transaction;
    private final SqlAccounts accounts;
    private final SqlSessions sessions;
    private final SqlFailures failures;
    private final SqlRecoveryCodes recovery;
    private final OneTimeCodes codes;
    private final AuditTrail audit;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public CodeSteps(
            InTransaction transaction,
            SqlAccounts accounts,
            SqlSessions sessions,
            SqlFailures failures,
            SqlRecoveryCodes recovery,
            OneTimeCodes codes,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.recovery = recovery;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    Step check(Row row, String code, Origin from) {
        return transaction.call(() -> {
            Account account = accounts.lock(row.account().id());
            if (!right(account, code) && !recovered(account, code)) {
                return wrong(row, from);
            }
            return go(row, account.afterCode(), from);
        });
    }

    private Step go(Row row, Stage next, Origin from) {
        return sessions.endRow(row.id()) ? enter(row, next, from) : Step.refused(Stage.PASSWORD, ENDED);
    }

    private Step enter(Row row, Stage next, Origin from) {
        if (next == Stage.OPEN) {
            opened(row.account());
        }
        return Step.to(next, sessions.renewed(row, next, from));
    }

    private void opened(Account account) {
        failures.clear(account.login());
        accounts.noteSignedIn(account.id());
        audit.note(account.viewer(false), "session.opened", account.login(), "");
    }

    Enrolment enrolment(Row row) {
        String secret = sessions.pendingSecret(row, codes.newSecret());
        String grouped = secret.replaceAll("(.{4})(?=.)", "$1 ");
        return new Enrolment(codes.uri(row.account().login(), secret), grouped);
    }

    Step enrol(Row row, String code, Origin from) {
        return transaction.call(() -> {
            Account account = accounts.lock(row.account().id());
            String secret = sessions.pendingSecret(row, codes.newSecret());
            OptionalLong step = codes.match(secret, digits(code), 0, clock.instant());
            if (step.isEmpty() || account.totpSealed() != null) {
                return wrong(row, from);
            }
            if (!sessions.endRow(row.id())) {
                return Step.refused(Stage.PASSWORD, ENDED);
            }
            accounts.setSecondFactor(account.id(), secret, step.getAsLong());
            return enrolled(row, from);
        });
    }

    private Step enrolled(Row row, Origin from) {
        List<String> recoveryCodes = recovery.make(row.account().id());
        audit.note(
                row.account().viewer(false), "second-factor.set", row.account().login(), "");
        return new Step(enter(row, Stage.OPEN, from).session(), Stage.OPEN, recoveryCodes, Optional.empty());
    }

    Step stepUp(Row row, String code, Origin from) {
        return transaction.call(() -> {
            if (!right(accounts.lock(row.account().id()), code)) {
                return wrong(row, from);
            }
            if (!sessions.endRow(row.id())) {
                return Step.refused(Stage.PASSWORD, ENDED);
            }
            String token = sessions.renewed(row, Stage.OPEN, from);
            sessions.row(token).ifPresent(fresh -> sessions.noteCode(fresh.id()));
            audit.note(
                    row.account().viewer(true),
                    "session.stepped-up",
                    row.account().login(),
                    "");
            return Step.to(Stage.OPEN, token);
        });
    }

    Step renewRecovery(Row row, String code, Origin from) {
        return transaction.call(() -> {
            Step stepped = stepUp(row, code, from);
            if (stepped.session().isEmpty()) {
                return stepped;
            }
            List<String> fresh = recovery.make(row.account().id());
            audit.note(
                    row.account().viewer(true),
                    "recovery-code.renewed",
                    row.account().login(),
                    "");
            return new Step(stepped.session(), Stage.OPEN, fresh, Optional.empty());
        });
    }

    private boolean right(Account account, String code) {
        OptionalLong step = codes.match(accounts.secret(account), digits(code), account.totpStep(), clock.instant());
        step.ifPresent(used -> accounts.noteStep(account.id(), used));
        return step.isPresent();
    }

    private boolean recovered(Account account, String code) {
        boolean used = digits(code).length() != CODE_LENGTH && recovery.use(account.id(), code);
        if (used) {
            audit.note(
                    account.viewer(false),
                    "recovery-code.used",
                    account.login(),
                    recovery.left(account.id()) + " left");
        }
        return used;
    }

    private Step wrong(Row row, Origin from) {
        failures.note(row.account().login(), from.address());
        boolean over = sessions.noteWrongCode(row.id()) >= MOST_WRONG;
        // Each is told: whoever knows a password and guesses codes may begin a session for every few of them.
        audit.note(
                row.account().viewer(false),
                over ? "code.wrong-five-times" : "code.wrong",
                row.account().login(),
                "");
        if (!over) {
            return Step.refused(row.stage(), WRONG);
        }
        sessions.endRow(row.id());
        return Step.refused(Stage.PASSWORD, OVER);
    }

    /** Codes are often typed in two groups. */
    private static String digits(String code) {
        return code.replace(" ", "");
    }
}
