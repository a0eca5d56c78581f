package vn.mscore.hotline.sms.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.SmsHistory;

/** The texts of a number out of inbox and outbox. */
@Singleton
public class SqlSmsHistory implements SmsHistory {
    private final Sql sql;
    private final BlindIndex blind;
    private final PersonalDataCipher cipher;

    /** Opens through {@code cipher}. */
    @Inject
    public SqlSmsHistory(Sql sql, BlindIndex blind, PersonalDataCipher cipher) {
        this.sql = sql;
        this.blind = blind;
        this.cipher = cipher;
    }

    @Override
    public List<Message> of(PhoneNumber phone, int limit) {
        byte[] who = blind.of(BlindIndex.Purpose.LIMIT, phone.e164());
        return Stream.concat(received(who, limit).stream(), sent(who, limit).stream())
                .sorted(Comparator.comparing(Message::at).reversed())
                .limit(limit)
                .toList();
    }

    private List<Message> received(byte[] who, int limit) {
        return sql.rows(
                "select id, text_sealed, received_at, state from sms_message where state in ('NEW', 'DONE', 'POISON')"
                        + " and not secret and length(text_sealed) > 0 and sender_index = ? order by received_at desc limit ?",
                this::received,
                who,
                limit);
    }

    private Message received(Sql.Row row) throws SQLException {
        long id = row.number("id");
        String text = cipher.open(new Place("sms_message", "text_sealed", id), row.bytes("text_sealed"));
        return new Message(false, row.instant("received_at"), text, Optional.of(id), row.text("state"));
    }

    private List<Message> sent(byte[] who, int limit) {
        return sql.rows(
                "select id, text_sealed, coalesce(sent_at, created_at) as at, answers_id, state, delivery from sms_outbox"
                        + " where not secret and length(text_sealed) > 0 and to_index = ? order by created_at desc limit ?",
                this::sent,
                who,
                limit);
    }

    private Message sent(Sql.Row row) throws SQLException {
        String text = cipher.open(new Place("sms_outbox", "text_sealed", row.number("id")), row.bytes("text_sealed"));
        String state = Optional.ofNullable(row.text("delivery")).orElse(row.text("state"));
        return new Message(true, row.instant("at"), text, row.maybeNumber("answers_id"), state);
    }
}
