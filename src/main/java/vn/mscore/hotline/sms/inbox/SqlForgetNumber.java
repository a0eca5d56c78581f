package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.ForgetNumber;

/** Empties the columns of one number's messages. */
@Singleton
public class SqlForgetNumber implements ForgetNumber {
    private static final List<String> OF_A_MESSAGE = List.of(
            "update sms_part set text_sealed = null, raw_sealed = '', sender_sealed = '', text_digest = null"
                    + " where message_id = ?",
            "update sms_report set to_sealed = '', raw_sealed = '' where outbox_id in"
                    + " (select id from sms_outbox where answers_id = ?)",
            "update sms_outbox set text_sealed = '', to_sealed = '' where answers_id = ?"
                    + " and state in ('SENT', 'FAILED', 'EXPIRED')",
            "update sms_message set text_sealed = '', sender_sealed = '' where id = ?");

    private static final String TOLD = " where to_index = ? and answers_id is null and not secret"
            + " and state in ('SENT', 'FAILED', 'EXPIRED') and length(text_sealed) > 0";
    private static final String RANG = " where caller_index = ?";

    private final Sql sql;
    private final BlindIndex blind;

    /** Finds by {@code blind}. */
    @Inject
    SqlForgetNumber(Sql sql, BlindIndex blind) {
        this.sql = sql;
        this.blind = blind;
    }

    @Override
    public int forget(PhoneNumber phone, Set<Long> kept) {
        byte[] sender = Correspondent.of(phone.e164(), blind).index();
        List<Long> messages = free(sender, kept);
        messages.forEach(id -> OF_A_MESSAGE.forEach(statement -> sql.update(statement, id)));
        int told = sql.update("update sms_outbox set text_sealed = '', to_sealed = ''" + TOLD, (Object) sender);
        int rang = sql.update(
                "update sms_missed_call set caller_index = null, caller_sealed = null" + RANG, (Object) sender);
        return messages.size() + told + rang;
    }

    @Override
    public int count(PhoneNumber phone, Set<Long> kept) {
        byte[] sender = Correspondent.of(phone.e164(), blind).index();
        return free(sender, kept).size()
                + sql.count("select count(*) as n from sms_outbox" + TOLD, (Object) sender)
                + sql.count("select count(*) as n from sms_missed_call" + RANG, (Object) sender);
    }

    private List<Long> free(byte[] sender, Set<Long> kept) {
        return sql
                .ids(
                        "select id from sms_message where sender_index = ? and state <> 'NEW' and not secret"
                                + " and length(text_sealed) > 0",
                        sender)
                .stream()
                .filter(id -> !kept.contains(id))
                .toList();
    }
}
