package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.sms.SecretMessages;

/** Seals the columns of {@code sms_message}, {@code sms_part} and {@code sms_outbox} again, under the secret key. */
@Singleton
class SqlSecretMessages implements SecretMessages {
    private static final List<Copies> COPIES = List.of(
            new Copies("sms_message", "id", List.of("sender_sealed", "text_sealed")),
            new Copies("sms_part", "message_id", List.of("sender_sealed", "text_sealed", "raw_sealed")),
            new Copies("sms_outbox", "answers_id", List.of("to_sealed", "text_sealed")));

    private final Sql sql;
    private final PersonalDataCipher cipher;

    @Inject
    SqlSecretMessages(Sql sql, PersonalDataCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** Where copies of a message lie: rows of {@code table} whose {@code key} is its id. */
    private record Copies(String table, String key, List<String> columns) {}

    @Override
    public void conceal(long inboxId) {
        // One text has one lane; the octets of its late parts lie with it.
        long text = sql.first(
                        "select continues_id from sms_message where id = ?",
                        row -> row.maybeNumber("continues_id"),
                        inboxId)
                .flatMap(whole -> whole)
                .orElse(inboxId);
        hide(text);
        sql.ids("select id from sms_message where continues_id = ?", text).forEach(this::hide);
    }

    private void hide(long inboxId) {
        COPIES.forEach(copies -> {
            copies.columns().forEach(column -> reseal(copies, column, inboxId));
            sql.update("update " + copies.table() + " set secret = true where " + copies.key() + " = ?", inboxId);
        });
    }

    private void reseal(Copies copies, String column, long inboxId) {
        List<Object[]> again = sql.rows(
                "select id, " + column + " from " + copies.table() + " where " + copies.key()
                        + " = ? and not secret and " + column + " is not null for update",
                row -> resealed(copies.table(), column, row),
                inboxId);
        sql.batch("update " + copies.table() + " set " + column + " = ? where id = ?", again);
    }

    private Object[] resealed(String table, String column, Sql.Row row) throws SQLException {
        long id = row.number("id");
        Place place = new Place(table, column, id);
        byte[] open = cipher.openBytes(place, row.bytes(column));
        return new Object[] {cipher.sealBytes(Lane.SECRET, place, open), id};
    }
}
