package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.complaint.OwnNumbers;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** The table {@code sealed_own_number}. */
@Singleton
public class SqlOwnNumbers implements OwnNumbers {
    private static final Reason NOT_YOURS =
            new Reason("interest.not-yours", "bạn không khai số này được / you cannot declare or end this number");

    private final Sql sql;
    private final BlindIndex index;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlOwnNumbers(Sql sql, BlindIndex index, AuditTrail audit, Ids ids, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Own> of(Viewer viewer) {
        return viewer.is(Role.CUSTODIAN)
                ? sql.rows(
                        "select id, masked, until from sealed_own_number where account = ? and (until is null or until > ?)"
                                + " order by id",
                        row -> new Own(
                                row.number("id"),
                                row.text("masked"),
                                row.text("until") == null ? Optional.empty() : Optional.of(row.instant("until"))),
                        viewer.account(),
                        clock.instant())
                : List.of();
    }

    @Override
    public Optional<Reason> declare(Viewer viewer, PhoneNumber number) {
        if (!viewer.is(Role.CUSTODIAN)) {
            return Optional.of(NOT_YOURS);
        }
        boolean there = sql.exists(
                "select 1 from sealed_own_number where account = ? and digest = ? and until is null",
                viewer.account(),
                digest(number));
        if (!there) {
            sql.update(
                    "insert into sealed_own_number (id, account, digest, masked, since) values (?, ?, ?, ?, ?)",
                    ids.next(),
                    viewer.account(),
                    digest(number),
                    number.masked(),
                    clock.instant());
            audit.note(viewer, "interest.number-declared", "", "");
        }
        return Optional.empty();
    }

    @Override
    public Optional<Reason> end(Viewer viewer, long id) {
        Instant now = clock.instant();
        int ended = sql.update(
                "update sealed_own_number set until = case when since > ? then ? else ? end"
                        + " where account = ? and id = ? and until is null",
                now.minus(Interests.FRESH),
                now,
                now.plus(Interests.STAYS),
                viewer.account(),
                id);
        if (ended == 0) {
            return Optional.of(NOT_YOURS);
        }
        audit.note(viewer, "interest.number-ended", "", "");
        return Optional.empty();
    }

    boolean isOneOf(Viewer viewer, Stream<PhoneNumber> numbers) {
        List<byte[]> own = sql.rows(
                "select digest from sealed_own_number where account = ? and (until is null or until > ?)",
                row -> row.bytes("digest"),
                viewer.account(),
                clock.instant());
        return !own.isEmpty()
                && numbers.distinct().map(this::digest).anyMatch(digest -> own.stream()
                        .anyMatch(one -> Arrays.equals(one, digest)));
    }

    private byte[] digest(PhoneNumber number) {
        return index.of(BlindIndex.Purpose.PHONE, "custodian|" + number.e164());
    }
}
