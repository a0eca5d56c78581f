package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;

/** The table of recordings. Every method needs a transaction. */
@Singleton
class SqlRecordings {
    private static final String TABLE = "voice_recording";
    private static final String ROW = "select id, recording_id, call_id, secret, state, purpose_sealed, caller_sealed,"
            + " key_sealed, digest, bytes, length_ms, spoken, ending, linked_sealed, pack, promised_at from voice_recording ";

    private final Sql sql;
    private final Ids ids;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    @Inject
    SqlRecordings(Sql sql, Ids ids, PersonalDataCipher cipher, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What is promised. */
    record Promise(
            RecordingId recording,
            String callId,
            boolean fallback,
            boolean secret,
            String purpose,
            Optional<PhoneNumber> caller,
            Optional<String> pack) {
        /** Of a caller whose voice pack nobody knows. */
        Promise(
                RecordingId recording,
                String callId,
                boolean fallback,
                boolean secret,
                String purpose,
                Optional<PhoneNumber> caller) {
            this(recording, callId, fallback, secret, purpose, caller, Optional.empty());
        }
    }

    void promise(Promise promise) {
        long id = ids.next();
        Lane lane = lane(promise.secret());
        sql.update(
                "insert into voice_recording (id, recording_id, call_id, fallback, secret, state, purpose_sealed,"
                        + " caller_sealed, pack, promised_at) values (?, ?, ?, ?, ?, 'PROMISED', ?, ?, ?, ?)",
                id,
                promise.recording().value(),
                promise.callId(),
                promise.fallback(),
                promise.secret(),
                cipher.seal(lane, place("purpose_sealed", id), promise.purpose()),
                promise.caller().map(phone -> cipher.seal(lane, place("caller_sealed", id), phone.e164())),
                promise.pack().filter(pack -> !promise.secret()),
                clock.instant());
    }

    static Lane lane(boolean secret) {
        return secret ? Lane.SECRET : Lane.PERSONAL;
    }

    private static Place place(String column, long row) {
        return new Place(TABLE, column, row);
    }

    /**
     * A recording as its row holds it.
     *
     * @param state PROMISED, KEPT, EMPTY, QUARANTINED or ERASED
     */
    record Row(
            long id,
            RecordingId recording,
            String callId,
            boolean secret,
            String state,
            byte[] purpose,
            byte[] caller,
            byte[] key,
            byte[] digest,
            long bytes,
            Duration length,
            boolean spoken,
            String ending,
            byte[] linked,
            Optional<String> pack,
            Instant at) {
        boolean is(String wanted) {
            return state.equals(wanted);
        }

        /** What was recorded, of one that is over. */
        Recorded recorded() {
            return new Recorded(
                    recording, length, spoken, ending == null ? Recorded.End.HANG_UP : Recorded.End.valueOf(ending));
        }
    }

    Optional<Row> find(RecordingId recording) {
        return sql.first(ROW + "where recording_id = ?", SqlRecordings::row, recording.value());
    }

    /** The same, held until the end of the transaction: whoever takes a file in does it alone. */
    Optional<Row> hold(RecordingId recording) {
        return sql.first(ROW + "where recording_id = ? for update", SqlRecordings::row, recording.value());
    }

    /** What the exchange recorded by itself of a call. */
    List<Row> fallbacksOf(String callId) {
        return sql.rows(ROW + "where call_id = ? and fallback order by id", SqlRecordings::row, callId);
    }

    /** Whether a call, or anything said in it, is of the sealed lane. */
    boolean isOfSecretCall(String callId) {
        return sql.exists("select 1 from voice_call where call_id = ? and secret", callId)
                || sql.exists("select 1 from voice_recording where call_id = ? and secret limit 1", callId);
    }

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.number("id"),
                new RecordingId(row.text("recording_id")),
                row.text("call_id"),
                row.flag("secret"),
                row.text("state"),
                row.bytes("purpose_sealed"),
                row.bytes("caller_sealed"),
                row.bytes("key_sealed"),
                row.bytes("digest"),
                row.number("bytes"),
                Duration.ofMillis(row.number("length_ms")),
                row.flag("spoken"),
                row.text("ending"),
                row.bytes("linked_sealed"),
                Optional.ofNullable(row.text("pack")),
                row.instant("promised_at"));
    }

    /** Notes that it is sealed and on disk. */
    void kept(Row row, byte[] key, SealedSound.Written written, Recorded recorded) {
        sql.update(
                "update voice_recording set state = 'KEPT', key_sealed = ?, digest = ?, bytes = ?, length_ms = ?,"
                        + " spoken = ?, ending = ?, kept_at = ? where id = ?",
                cipher.sealBytes(lane(row.secret()), place("key_sealed", row.id()), key),
                written.digest(),
                written.bytes(),
                recorded.length().toMillis(),
                recorded.spoken(),
                recorded.end(),
                clock.instant(),
                row.id());
    }

    /** Notes that nothing was kept of it: EMPTY or QUARANTINED, and why. */
    void without(Row row, String state, String why) {
        sql.update(
                "update voice_recording set state = ?, why = ?, bytes = 0, length_ms = 0, spoken = false, kept_at = ?"
                        + " where id = ? and state = 'PROMISED'",
                state,
                why,
                clock.instant(),
                row.id());
    }

    /** Its own key; empty when it was destroyed or it never had one. */
    Optional<byte[]> key(Row row) {
        return Optional.ofNullable(row.key()).map(held -> cipher.openBytes(place("key_sealed", row.id()), held));
    }

    Optional<String> purpose(Row row) {
        return open(row, "purpose_sealed", row.purpose());
    }

    Optional<String> linked(Row row) {
        return open(row, "linked_sealed", row.linked());
    }

    /** As other rooms see it. */
    Recordings.Kept kept(Row row) {
        return new Recordings.Kept(
                row.recording(),
                row.callId(),
                row.secret(),
                row.at(),
                row.length(),
                row.bytes(),
                linked(row),
                row.pack());
    }

    Optional<PhoneNumber> caller(Row row) {
        return open(row, "caller_sealed", row.caller()).flatMap(PhoneNumber::parse);
    }

    private Optional<String> open(Row row, String column, byte[] sealed) {
        return Optional.ofNullable(sealed).map(bytes -> cipher.open(place(column, row.id()), bytes));
    }

    /** Links it unless it is linked. */
    boolean link(Row row, String source) {
        byte[] sealed = cipher.seal(lane(row.secret()), place("linked_sealed", row.id()), source);
        return sql.update(
                        "update voice_recording set linked_sealed = ? where id = ? and linked_sealed is null and state <> 'ERASED'",
                        sealed,
                        row.id())
                > 0;
    }

    /** Seals all of its row anew under the key of the sealed lane. */
    void conceal(Row row) {
        if (row.secret()) {
            return;
        }
        sql.update(
                "update voice_recording set secret = true, pack = null, key_sealed = ?, purpose_sealed = ?, caller_sealed = ?,"
                        + " linked_sealed = ? where id = ?",
                key(row).map(key -> cipher.sealBytes(Lane.SECRET, place("key_sealed", row.id()), key)),
                again(row, "purpose_sealed", row.purpose()),
                again(row, "caller_sealed", row.caller()),
                again(row, "linked_sealed", row.linked()),
                row.id());
    }

    private Optional<byte[]> again(Row row, String column, byte[] sealed) {
        return open(row, column, sealed).map(text -> cipher.seal(Lane.SECRET, place(column, row.id()), text));
    }

    /** What was said in a call and is linked to nothing, held until the end of the transaction. */
    List<Row> unlinkedOf(String callId) {
        return sql.rows(
                ROW + "where call_id = ? and linked_sealed is null and state <> 'ERASED' order by id for update",
                SqlRecordings::row,
                callId);
    }

    /** Destroys its key and all that is sealed in its row; the file goes with the next sweep. */
    boolean erase(RecordingId recording) {
        return sql.update(
                        "update voice_recording set state = 'ERASED', key_sealed = null, digest = null, purpose_sealed = null,"
                                + " caller_sealed = null, linked_sealed = null, pack = null, erased_at = ?"
                                + " where recording_id = ? and state <> 'ERASED'",
                        clock.instant(),
                        recording.value())
                > 0;
    }

    /** Recordings nobody linked, of calls no flow talks with any more, those behind the row {@code after}. */
    List<Row> stranded(long after, int limit) {
        return sql.rows(
                ROW + "where not linked and state in ('KEPT', 'EMPTY') and id > ?"
                        + " and not exists (select 1 from voice_call c where c.call_id = voice_recording.call_id"
                        + " and c.state = 'FLOW') order by id limit ?",
                SqlRecordings::row,
                after,
                limit);
    }

    /** Gives linked ordinary recordings of finished calls of the sealed lane a call of their own. */
    int part() {
        return sql.update("update voice_recording set call_id = recording_id where not secret and linked"
                + " and call_id in (select call_id from voice_call where secret and state = 'ENDED')");
    }

    /** Promised long ago and no file came. */
    List<Row> promisedBefore(Instant before, int limit) {
        return sql.rows(
                ROW + "where state = 'PROMISED' and promised_at < ? order by promised_at limit ?",
                SqlRecordings::row,
                before,
                limit);
    }

    /** What was said in finished calls of a number, by the index of it. */
    List<Row> ofCaller(byte[] index) {
        return sql.rows(
                ROW + "where state in ('KEPT', 'EMPTY', 'QUARANTINED') and not secret and call_id in"
                        + " (select call_id from voice_call where caller_index = ? and state = 'ENDED')",
                SqlRecordings::row,
                (Object) index);
    }

    /** Kept and refused ones made before {@code before}, those behind the row {@code after}. */
    List<Row> keptBefore(Instant before, long after, int limit) {
        return sql.rows(
                ROW
                        + "where state in ('KEPT', 'EMPTY', 'QUARANTINED') and promised_at < ? and id > ? order by id limit ?",
                SqlRecordings::row,
                before,
                after,
                limit);
    }

    /** Erased ones whose file is still there. */
    List<RecordingId> withFile(int limit) {
        return sql.rows(
                "select recording_id from voice_recording where state = 'ERASED' and not file_removed limit ?",
                row -> new RecordingId(row.text("recording_id")),
                limit);
    }

    void fileRemoved(RecordingId recording) {
        sql.update("update voice_recording set file_removed = true where recording_id = ?", recording.value());
    }
}
