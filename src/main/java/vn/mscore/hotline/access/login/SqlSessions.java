package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** Sessions as rows: they end for every node at once. */
@Singleton
public class SqlSessions implements Sessions {
    private static final Duration STEP_UP = Duration.ofMinutes(5);
    private static final Duration HALF_SIGNED_IN = Duration.ofMinutes(10);
    private static final Duration NOTE_EVERY = Duration.ofSeconds(30);
    private static final int LONGEST_AGENT = 100;
    private static final String LIVING = " s.seen_at > ? and s.opened_at > ?";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final InTransaction transaction;
    private final PersonalDataCipher cipher;
    private final Duration idle;
    private final Duration absolute;

    /** Reads {@code hotline.console.session.idle} and {@code .absolute}. */
    @Inject
    public SqlSessions(
            Sql sql, Ids ids, Clock clock, InTransaction transaction, PersonalDataCipher cipher, Settings settings) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.cipher = cipher;
        this.idle = settings.seconds("hotline.console.session.idle", 900);
        this.absolute = settings.seconds("hotline.console.session.absolute", 28800);
    }

    @Override
    public Optional<Session> find(String token) {
        return transaction.call(() -> {
            used(token);
            return peek(token);
        });
    }

    @Override
    public Optional<Session> peek(String token) {
        return transaction.call(
                () -> row(token).map(row -> new Session(row.id(), row.account().viewer(fresh(row)), row.stage())));
    }

    @Override
    public void used(String token) {
        Instant now = clock.instant();
        transaction.run(() -> sql.update(
                "update account_session set seen_at = ? where token_hash = ? and seen_at < ? and seen_at > ?",
                now,
                Secrets.hash(token),
                now.minus(NOTE_EVERY),
                now.minus(idle)));
    }

    @Override
    public Optional<Left> left(String token) {
        Instant now = clock.instant();
        return transaction.call(() -> row(token)
                .map(row -> new Left(
                        Duration.between(now, row.seen().plus(idle)),
                        Duration.between(now, row.opened().plus(absolute)))));
    }

    private boolean fresh(Row row) {
        return row.codeAt() != null && row.codeAt().plus(STEP_UP).isAfter(clock.instant());
    }

    /** The living session of {@code token} with its account. */
    Optional<Row> row(String token) {
        Instant now = clock.instant();
        return sql.first(
                        "select s.id as session_id, s.stage, s.seen_at, s.opened_at, s.code_at, s.wrong_codes,"
                                + " s.pending_sealed, a.* from account_session s join account a on a.id = s.account"
                                + " where s.token_hash = ? and a.disabled_at is null and" + LIVING,
                        SqlSessions::row,
                        Secrets.hash(token),
                        now.minus(idle),
                        now.minus(absolute))
                .filter(row -> row.stage() == Stage.OPEN
                        || row.opened().plus(HALF_SIGNED_IN).isAfter(now));
    }

    /** Opens a session; returns its token, which is kept nowhere. */
    String open(long account, Stage stage, Origin from) {
        return open(account, stage, from, clock.instant());
    }

    private String open(long account, Stage stage, Origin from, Instant since) {
        String token = Secrets.token();
        String agent = from.agent().length() > LONGEST_AGENT ? from.agent().substring(0, LONGEST_AGENT) : from.agent();
        sql.update(
                "insert into account_session (id, token_hash, account, stage, address, agent, opened_at, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                Secrets.hash(token),
                account,
                stage,
                from.address(),
                agent,
                since,
                clock.instant());
        return token;
    }

    /**
     * A session at another stage under a new token, after {@link #endRow} of the old one (ASVS 7.2.4). An open session
     * stays as old as it was.
     */
    String renewed(Row old, Stage stage, Origin from) {
        Instant since = old.stage() == Stage.OPEN ? old.opened() : clock.instant();
        return open(old.account().id(), stage, from, since);
    }

    void noteCode(long session) {
        sql.update("update account_session set code_at = ? where id = ?", clock.instant(), session);
    }

    /** Counts a wrong code of a session; tells how many there were. */
    int noteWrongCode(long session) {
        sql.update("update account_session set wrong_codes = wrong_codes + 1 where id = ?", session);
        return sql.count("select wrong_codes as n from account_session where id = ?", session);
    }

    /** Ends a session; false when somebody ended it before. */
    boolean endRow(long session) {
        return sql.update("delete from account_session where id = ?", session) > 0;
    }

    /** The secret this session is about to set up; {@code fresh} when there is none yet. */
    String pendingSecret(Row row, String fresh) {
        Place place = new Place("account_session", "pending_sealed", row.id());
        if (row.pendingSealed() != null) {
            return cipher.open(place, row.pendingSealed());
        }
        byte[] sealed = cipher.seal(Lane.PERSONAL, place, fresh);
        sql.update("update account_session set pending_sealed = ? where id = ?", sealed, row.id());
        return fresh;
    }

    @Override
    public void end(String token) {
        transaction.run(() -> sql.update("delete from account_session where token_hash = ?", Secrets.hash(token)));
    }

    @Override
    public List<Seen> of(long account) {
        Instant now = clock.instant();
        return transaction.call(() -> sql.rows(
                "select * from account_session s where s.account = ? and s.stage = 'OPEN' and" + LIVING
                        + " order by s.seen_at desc",
                row -> new Seen(
                        row.number("id"),
                        row.text("address"),
                        row.text("agent"),
                        row.instant("opened_at"),
                        row.instant("seen_at")),
                account,
                now.minus(idle),
                now.minus(absolute)));
    }

    @Override
    public boolean end(long account, long session) {
        return transaction.call(
                () -> sql.update("delete from account_session where account = ? and id = ?", account, session) > 0);
    }

    @Override
    public int endAll(long account) {
        return transaction.call(() -> sql.update("delete from account_session where account = ?", account));
    }

    /** Forgets the rows of sessions that are over; tells how many. */
    int forgetOld() {
        Instant now = clock.instant();
        return sql.update(
                "delete from account_session where seen_at <= ? or opened_at <= ?",
                now.minus(idle),
                now.minus(absolute));
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.number("session_id"),
                SqlAccounts.account(row),
                Stage.valueOf(row.text("stage")),
                row.instant("opened_at"),
                row.instant("seen_at"),
                row.instant("code_at"),
                row.bytes("pending_sealed"));
    }

    /** A living session with its account. */
    record Row(
            long id,
            Account account,
            Stage stage,
            Instant opened,
            Instant seen,
            Instant codeAt,
            byte[] pendingSealed) {}
}
