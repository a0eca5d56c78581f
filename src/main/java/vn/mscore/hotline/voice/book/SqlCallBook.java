package vn.mscore.hotline.voice.book;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallBegan;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Exit;

/** The book in the table {@code voice_call}. */
@Singleton
public class SqlCallBook implements CallBook {
    private static final String TABLE = "voice_call";

    private final Sql sql;
    private final InTransaction transaction;
    private final Facts facts;
    private final Ids ids;
    private final PersonalDataCipher cipher;
    private final BlindIndex blind;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public SqlCallBook(
            Sql sql,
            InTransaction transaction,
            Facts facts,
            Ids ids,
            PersonalDataCipher cipher,
            BlindIndex blind,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.facts = facts;
        this.ids = ids;
        this.cipher = cipher;
        this.blind = blind;
        this.clock = clock;
    }

    @Override
    public void began(CallStart start) {
        transaction.run(() -> {
            if (insert(start)) {
                facts.tell(new CallBegan(start));
            } else {
                sql.update(
                        "update voice_call set state = 'FLOW', flow = ?, seen_at = ? where call_id = ? and state = 'AWAY'",
                        start.flow(),
                        clock.instant(),
                        start.id());
            }
        });
    }

    private boolean insert(CallStart start) {
        if (sql.exists("select id from voice_call where call_id = ?", start.id())) {
            return false;
        }
        long id = ids.next();
        Optional<byte[]> index = start.caller().map(phone -> blind.of(BlindIndex.Purpose.PHONE, phone));
        Optional<byte[]> sealed = start.caller().map(phone -> cipher.seal(Lane.PERSONAL, caller(id), phone.e164()));
        return sql.insertNew(
                "insert into voice_call (id, call_id, flow, caller_index, caller_sealed, reference, state, began_at, seen_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'FLOW', ?, ?)",
                id,
                start.id(),
                start.flow(),
                index,
                sealed,
                start.reference(),
                start.at(),
                start.at());
    }

    private static Place caller(long id) {
        return new Place(TABLE, "caller_sealed", id);
    }

    @Override
    public void handedOver(String callId, Exit exit, String reached) {
        transaction.run(() -> sql.update(
                "update voice_call set state = 'AWAY', leaving = ?, reached = coalesce(?, reached), seen_at = ?"
                        + " where call_id = ? and state = 'FLOW'",
                exit,
                reached.isEmpty() ? null : reached,
                clock.instant(),
                callId));
    }

    @Override
    public void ended(String callId, Instant at, Optional<String> reached) {
        transaction.run(() -> {
            int closed = sql.update(
                    "update voice_call set state = 'ENDED', ended_at = ?, reached = coalesce(?, reached)"
                            + " where call_id = ? and state <> 'ENDED'",
                    at,
                    reached,
                    callId);
            if (closed > 0) {
                facts.tell(new CallEnded(callId, at));
            }
        });
    }

    /** Says that these calls are still with us. */
    void seen(Collection<String> callIds) {
        transaction.run(() -> sql.batch(
                "update voice_call set seen_at = ? where call_id = ? and state = 'FLOW'",
                callIds.stream().map(id -> new Object[] {clock.instant(), id}).toList()));
    }

    /** Calls that nobody has seen since {@code before}: the gateway died with them. */
    List<String> lost(Instant before, Instant awayBefore) {
        return transaction.call(() -> sql.rows(
                "select call_id from voice_call where (state = 'FLOW' and seen_at < ?) or (state = 'AWAY' and seen_at < ?)"
                        + " limit 1000",
                row -> row.text("call_id"),
                before,
                awayBefore));
    }

    @Override
    public void conceal(String callId) {
        transaction.run(() -> sql.first(
                        "select id, caller_sealed from voice_call where call_id = ? and not secret for update",
                        row -> new Caller(row.number("id"), row.bytes("caller_sealed")),
                        callId)
                .ifPresent(call -> sql.update(
                        "update voice_call set secret = true, caller_index = null, reference = null, caller_sealed = ?"
                                + " where id = ?",
                        call.phone(cipher).map(phone -> cipher.seal(Lane.SECRET, caller(call.id()), phone.e164())),
                        call.id())));
    }

    /** Who rang, as the book knows it. Needs a transaction. */
    Optional<PhoneNumber> callerOf(String callId) {
        return sql.first(
                        "select id, caller_sealed from voice_call where call_id = ?",
                        row -> new Caller(row.number("id"), row.bytes("caller_sealed")),
                        callId)
                .flatMap(call -> call.phone(cipher));
    }

    private record Caller(long id, byte[] sealed) {
        Optional<PhoneNumber> phone(PersonalDataCipher cipher) {
            return Optional.ofNullable(sealed).flatMap(bytes -> PhoneNumber.parse(cipher.open(caller(id), bytes)));
        }
    }
}
