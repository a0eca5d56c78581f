package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.ApiKeys;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.KnownKeys;
import vn.mscore.hotline.platform.Sql;

/** Keys of other programs as rows: 256 random bits, of which a hash is kept. */
@Singleton
public class SqlApiKeys implements ApiKeys, KnownKeys {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONGEST = Duration.ofDays(731);
    private static final int SHOWN = 6;
    private static final int LONGEST_NAME = 100;
    private static final int KEY_LENGTH = 43;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final InTransaction transaction;
    private final AuditTrail audit;
    private volatile LocalDate ownKeyNoted = LocalDate.MIN;

    /** Joined by CDI. */
    @Inject
    public SqlApiKeys(Sql sql, Ids ids, Clock clock, InTransaction transaction, AuditTrail audit) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    public boolean opens(String key, String path) {
        return transaction.call(() -> valid(key)
                .filter(found -> found.scopes().stream().anyMatch(scope -> covers(scope, path)))
                .map(this::noteUse)
                .isPresent());
    }

    @Override
    public boolean isKnown(String key) {
        return transaction.call(() -> valid(key).isPresent());
    }

    private Optional<Listed> valid(String key) {
        return key.length() == KEY_LENGTH
                ? sql.first(
                        "select * from api_key where key_hash = ? and revoked_at is null and expires_at > ?",
                        SqlApiKeys::listed,
                        Secrets.hash(key),
                        clock.instant())
                : Optional.empty();
    }

    @Override
    public void ownKeyOpened() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (!today.equals(ownKeyNoted)) {
            transaction.run(() -> audit.note(Viewer.GATEWAY, "own-key.used", "var/secrets/api-key", ""));
            ownKeyNoted = today;
        }
    }

    static boolean covers(Scope scope, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        String root = "v1/" + scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.equals(root) || plain.startsWith(root + "/");
    }

    /** To the hour: a busy program would otherwise write at every call. */
    private Listed noteUse(Listed key) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!key.used().equals(Optional.of(hour))) {
            sql.update("update api_key set used_at = ? where id = ?", hour, key.id());
        }
        return key;
    }

    @Override
    public List<Listed> all(Viewer by) {
        return by.is(Role.ADMINISTRATOR)
                ? transaction.call(() -> sql.rows("select * from api_key order by id desc", SqlApiKeys::listed))
                : List.of();
    }

    private static Listed listed(Sql.Row row) throws SQLException {
        return new Listed(
                row.number("id"),
                row.text("name"),
                row.text("shown"),
                Stream.of(row.text("scopes").split(","))
                        .map(Scope::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class))),
                row.instant("expires_at"),
                moment(row, "revoked_at"),
                moment(row, "used_at"));
    }

    private static Optional<Instant> moment(Sql.Row row, String column) throws SQLException {
        return row.text(column) == null ? Optional.empty() : Optional.of(row.instant(column));
    }

    @Override
    public Outcome create(Viewer by, String name, Set<Scope> scopes, LocalDate lastDay) {
        Instant end = lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant now = clock.instant();
        if (!by.is(Role.ADMINISTRATOR)) {
            return Outcome.refused("account.not-yours", "this is not your role's work");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || scopes.isEmpty()) {
            return Outcome.refused("api-key.name", "a name and at least one scope are needed");
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            return Outcome.refused("api-key.day", "the last day lies between today and two years from now");
        }
        return transaction.call(() -> add(by, name.strip(), scopes, end));
    }

    private Outcome add(Viewer by, String name, Set<Scope> scopes, Instant end) {
        String key = Secrets.token();
        String listed = scopes.stream().sorted().map(Scope::name).collect(Collectors.joining(","));
        sql.update(
                "insert into api_key (id, name, shown, key_hash, scopes, created_at, created_by, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                name,
                key.substring(0, SHOWN),
                Secrets.hash(key),
                listed,
                clock.instant(),
                by.account(),
                end);
        audit.note(by, "api-key.created", name, listed);
        return Outcome.with(key);
    }

    @Override
    public Outcome revoke(Viewer by, long id) {
        if (!by.is(Role.ADMINISTRATOR)) {
            return Outcome.refused("account.not-yours", "this is not your role's work");
        }
        return transaction.call(() -> {
            int changed = sql.update(
                    "update api_key set revoked_at = ? where id = ? and revoked_at is null", clock.instant(), id);
            if (changed == 0) {
                return Outcome.refused("api-key.unknown", "there is no such key, or it was revoked before");
            }
            String name = sql.first("select name from api_key where id = ?", row -> row.text("name"), id)
                    .orElse("");
            audit.note(by, "api-key.revoked", name, "");
            return Outcome.done();
        });
    }
}
