package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.inbox.SqlMessages.Late;
import vn.mscore.hotline.sms.inbox.SqlMessages.Unread;
import vn.mscore.hotline.sms.inbox.SqlSets.Text;

/** What parts that came too late belong to. */
@Singleton
class SqlLateParts {
    private static final Logger LOG = Logger.getLogger(SqlLateParts.class.getName());

    private final Sql sql;
    private final SqlSets sets;
    private final SqlMessages messages;

    @Inject
    SqlLateParts(Sql sql, SqlSets sets, SqlMessages messages) {
        this.sql = sql;
        this.sets = sets;
        this.messages = messages;
    }

    /**
     * Whether a message is a late part of a text that nobody could read: then it is parked too, since what a text became
     * decides who may see its parts.
     */
    boolean parkedWithTheirText(Unread message) {
        Optional<Long> unread = message.late()
                .map(Late::continues)
                .filter(text -> sql.exists("select 1 from sms_message where id = ? and state <> 'DONE'", text));
        unread.ifPresent(text -> {
            messages.park(message, "a late part of message " + text + ", which is to be read first");
            LOG.log(Level.SEVERE, "message {0} is parked with message {1}, whose late part it is", new Object[] {
                Long.toString(message.id()), Long.toString(text)
            });
        });
        return unread.isPresent();
    }

    /** Where a late part belongs; empty for a message of its own, and when the text is erased. */
    Optional<LatePart> of(Unread message) {
        return message.late()
                .flatMap(late -> total(late.continues()).flatMap(total -> part(message.id(), late, total)));
    }

    private Optional<Integer> total(long text) {
        return sql.first("select total from sms_set where id = ?", row -> (int) row.number("total"), text);
    }

    private Optional<LatePart> part(long id, Late late, int total) {
        List<Text> texts = sets.texts(late.continues());
        Optional<Text> own =
                texts.stream().filter(text -> text.number() == late.number()).findFirst();
        return own.map(part -> new LatePart(
                earlier(late.continues(), id),
                late.number(),
                total,
                shown(part.text()),
                known(texts.stream().filter(text -> text.partId() < part.partId()), total),
                known(texts.stream().filter(text -> text.partId() <= part.partId()), total)));
    }

    private String known(Stream<Text> texts, int total) {
        return shown(LongMessages.joined(texts.toList(), total));
    }

    private String shown(String text) {
        return messages.cut(SqlMessages.withoutHalfSurrogates(text));
    }

    private List<Long> earlier(long text, long id) {
        List<Long> lateOnes =
                sql.ids("select id from sms_message where continues_id = ? and id < ? order by id", text, id);
        return Stream.concat(Stream.of(text), lateOnes.stream()).toList();
    }
}
