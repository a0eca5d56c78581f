package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.mscore.hotline.access.SignIn;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.access.login.SqlSessions.Row;
import vn.mscore.hotline.access.login.Tries.Queue;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Takes the tries, lets each wait as long as it must, and hands it to the step of its stage. */
@Singleton
public class SignInDesk implements SignIn {
    private static final int LONGEST_NAME = 50;
    private static final Reason BUSY = new Reason("sign-in.busy", "too many tries at once, wait a moment");
    private static final Reason OVER = new Reason("sign-in.over", "this took too long, begin again");

    private final InTransaction transaction;
    private final SqlSessions sessions;
    private final SqlFailures failures;
    private final Tries tries;
    private final PasswordSteps passwords;
    private final CodeSteps codes;

    /** Joined by CDI. */
    @Inject
    public SignInDesk(
            InTransaction transaction,
            SqlSessions sessions,
            SqlFailures failures,
            Tries tries,
            PasswordSteps passwords,
            CodeSteps codes) {
        this.transaction = transaction;
        this.sessions = sessions;
        this.failures = failures;
        this.tries = tries;
        this.passwords = passwords;
        this.codes = codes;
    }

    @Override
    public CompletionStage<Step> password(String login, String password, Origin from) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_NAME || !name.matches("[a-z0-9._-]+")) {
            name = "?";
        }
        String known = name;
        Queue queue = Queue.passwords(SqlFailures.networkOf(from.address()), known);
        return slowly(known, from, queue, () -> passwords.signIn(known, password, from));
    }

    @Override
    public CompletionStage<Step> code(String session, String code, Origin from) {
        return at(session, Stage.CODE, from, row -> codes.check(row, code, from));
    }

    @Override
    public CompletionStage<Step> choosePassword(String session, String password, Origin from) {
        return at(session, Stage.PASSWORD, from, row -> passwords.choose(row, password, from));
    }

    @Override
    public Optional<Enrolment> enrolment(String session) {
        return transaction.call(() ->
                sessions.row(session).filter(row -> row.stage() == Stage.ENROL).map(codes::enrolment));
    }

    @Override
    public CompletionStage<Step> enrol(String session, String code, Origin from) {
        return at(session, Stage.ENROL, from, row -> codes.enrol(row, code, from));
    }

    @Override
    public CompletionStage<Step> stepUp(String session, String code, Origin from) {
        return at(session, Stage.OPEN, from, row -> codes.stepUp(row, code, from));
    }

    @Override
    public CompletionStage<Step> renewRecoveryCodes(String session, String code, Origin from) {
        return at(session, Stage.OPEN, from, row -> codes.renewRecovery(row, code, from));
    }

    @Override
    public CompletionStage<Step> changePassword(String session, Passwords given, Origin from) {
        return at(session, Stage.OPEN, from, row -> passwords.change(row, given, from));
    }

    @Override
    public void signOut(String session) {
        transaction.run(() -> sessions.row(session).ifPresent(passwords::signOut));
    }

    private CompletionStage<Step> at(String session, Stage stage, Origin from, Function<Row, Step> step) {
        Supplier<Optional<Row>> find = () -> sessions.row(session).filter(row -> row.stage() == stage);
        return transaction
                .call(find)
                .map(row -> inside(row.account().login(), from, () -> again(find, step)))
                .orElseGet(() -> CompletableFuture.completedFuture(Step.refused(Stage.PASSWORD, OVER)));
    }

    /** The session may have ended while the try waited. */
    private Step again(Supplier<Optional<Row>> find, Function<Row, Step> step) {
        return transaction.call(find).map(step).orElseGet(() -> Step.refused(Stage.PASSWORD, OVER));
    }

    private CompletionStage<Step> inside(String login, Origin from, Supplier<Step> step) {
        return slowly(login, from, Queue.insideOf(SqlFailures.networkOf(from.address()), login), step);
    }

    private CompletionStage<Step> slowly(String login, Origin from, Queue queue, Supplier<Step> step) {
        return tries.after(
                transaction.call(() -> failures.delay(login, from.address())),
                queue,
                step,
                () -> Step.refused(Stage.PASSWORD, BUSY));
    }
}
