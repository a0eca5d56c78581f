package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;

/** Failed tries by account name and by address, known by keyed hashes only. Needs a transaction. */
@Singleton
public class SqlFailures {
    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;

    private final Sql sql;
    private final Clock clock;
    private final BlindIndex index;

    /** Joined by CDI. */
    @Inject
    public SqlFailures(Sql sql, Clock clock, BlindIndex index) {
        this.sql = sql;
        this.clock = clock;
        this.index = index;
    }

    /** How long the next try for {@code login} from {@code address} waits. */
    Duration delay(String login, String address) {
        return SlowDown.delay(count(account(login)), count(network(address)));
    }

    /** Counts a failure; tells how many the account has now. */
    int note(String login, String address) {
        add(network(address));
        add(account(login));
        return count(account(login));
    }

    /** Forgets those of an account, when everything was right. */
    void clear(String login) {
        sql.update("delete from account_failure where subject = ?", account(login));
    }

    /** Forgets what no longer slows anything down; tells how many. */
    int forgetOld() {
        return sql.update(
                "delete from account_failure where last_at < ?", clock.instant().minus(SlowDown.WINDOW));
    }

    private int count(byte[] subject) {
        return sql.count(
                "select failures as n from account_failure where subject = ? and last_at >= ?",
                subject,
                clock.instant().minus(SlowDown.WINDOW));
    }

    private void add(byte[] subject) {
        sql.update(
                "insert into account_failure (subject, failures, last_at) values (?, 1, ?) on duplicate key update"
                        + " failures = if(last_at < ?, 1, failures + 1), last_at = values(last_at)",
                subject,
                clock.instant(),
                clock.instant().minus(SlowDown.WINDOW));
    }

    private byte[] account(String login) {
        return index.of(Purpose.LIMIT, "sign-in account " + login);
    }

    private byte[] network(String address) {
        return index.of(Purpose.LIMIT, "sign-in address " + networkOf(address));
    }

    /** An IPv6 site has 2^64 addresses to try from: they count as one. */
    static String networkOf(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == IPV4_BYTES ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
