package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.mscore.hotline.access.CaseLink;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.TicketNumber;

/** What somebody with the database, and even with the keys, may do to the log of a case behind the gateway's back. */
final class CaseTampering {
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Random random;

    CaseTampering(CaseHouse house, Random random) {
        this.sql = house.house().get(Sql.class);
        this.cipher = house.house().get(PersonalDataCipher.class);
        this.random = random;
    }

    /** What is done. */
    enum Way {
        DELETE,
        CHANGE,
        CHANGE_REASON,
        REORDER,
        CUT_OFF,
        CUT_OFF_WITH_HEAD,
        WRITE_ANEW,
        TAKE_OUT_THE_CASE
    }

    void with(Way how, TicketNumber ticket) {
        long id = sql.ids("select id from complaint where ticket = ?", ticket.digits())
                .get(0);
        List<Integer> versions = sql.rows(
                "select version from complaint_event where complaint_id = ? order by version",
                row -> (int) row.number("version"),
                id);
        int one = versions.get(random.nextInt(versions.size()));
        switch (how) {
            case DELETE -> sql.update("delete from complaint_event where complaint_id = ? and version = ?", id, one);
            case CHANGE -> change(id, one);
            case CHANGE_REASON -> changeReason(id);
            case REORDER -> reorder(id, one, versions.size());
            case CUT_OFF -> sql.update("delete from complaint_event where complaint_id = ? and version >= ?", id, one);
            case CUT_OFF_WITH_HEAD -> cutOff(id, one);
            case WRITE_ANEW -> writeAnew(id, one);
            default -> takeOut(id);
        }
    }

    private void change(long id, int version) {
        List<String> ways = List.of(
                "actor = concat(actor, 'x')",
                "deed = 'other'",
                "to_state = if(to_state = 'DONG', 'MO_LAI', 'DONG')",
                "at = at - interval 1 second",
                "note = concat(note, '.')",
                "to_unit = if(to_unit is null, 'X', null)",
                "from_unit = if(from_unit is null, 'X', null)",
                "words = reverse(coalesce(words, hash))",
                "hash = reverse(hash)");
        sql.update(
                "update complaint_event set " + ways.get(random.nextInt(ways.size()))
                        + " where complaint_id = ? and version = ?",
                id,
                version);
    }

    /** Of a case with none, one is put in. */
    private void changeReason(long id) {
        String anew = "insert into complaint_note (id, complaint_id, kind, at, login, name, role, text_sealed, version)"
                + " values (?, ?, 'REASON', now(), 'hoa', 'Hoa', 'OPERATOR', '', null)";
        Optional<Long> note = sql.ids("select id from complaint_note where complaint_id = ?", id).stream()
                .findFirst();
        List<String> ways = List.of(
                "login = 'nobody'",
                "name = concat(name, 'x')",
                "role = 'LEADER'",
                "kind = 'NOTE'",
                "at = at - interval 1 second",
                "version = version - 1",
                "version = null",
                "version = 0",
                "text_sealed = ''",
                "text_sealed = reverse(text_sealed)");
        int way = random.nextInt(ways.size() + 2);
        if (note.isEmpty()) {
            sql.update(anew, 1, id);
        } else if (way == ways.size()) {
            sql.update("delete from complaint_note where id = ?", note.get());
        } else if (way > ways.size()) {
            Place place = new Place("complaint_note", "text_sealed", note.get());
            byte[] other = cipher.seal(Lane.PERSONAL, place, "Chờ ngân sách");
            sql.update("update complaint_note set text_sealed = ? where id = ?", other, note.get());
        } else {
            sql.update("update complaint_note set " + ways.get(way) + " where id = ?", note.get());
        }
    }

    /** Swaps two entries; the log of one entry is put one further. */
    private void reorder(long id, int one, int entries) {
        int other = entries == 1 ? 2 : one == entries ? one - 1 : one + 1;
        sql.update(
                "update complaint_event set version = ? - version where complaint_id = ? and version in (?, ?)",
                one + other,
                id,
                one,
                other);
    }

    private void cutOff(long id, int from) {
        sql.update("delete from complaint_event where complaint_id = ? and version >= ?", id, from);
        sql.update(
                "update complaint c left join complaint_event e on e.complaint_id = c.id and e.version = ?"
                        + " set c.version = ?, c.log_head = e.hash where c.id = ?",
                from - 1,
                from - 1,
                id);
    }

    /** Changes an entry and computes all hashes after it again, and the head: nothing inside the case shows it. */
    private void writeAnew(long id, int from) {
        sql.update("update complaint_event set actor = 'nobody' where complaint_id = ? and version = ?", id, from);
        List<CaseLink> links = sql.rows(
                "select * from complaint_event where complaint_id = ? order by version",
                row -> new CaseLink(
                        id,
                        row.number("id"),
                        row.instant("at"),
                        row.text("actor"),
                        row.text("deed"),
                        Optional.ofNullable(row.text("from_state")).orElse(""),
                        row.text("to_state"),
                        Optional.ofNullable(row.text("from_unit")).orElse(""),
                        Optional.ofNullable(row.text("to_unit")).orElse(""),
                        row.text("note"),
                        (int) row.number("version"),
                        CaseLink.words(row.bytes("words"))),
                id);
        byte[] hash = null;
        for (CaseLink link : links) {
            hash = link.chained(hash);
            sql.update("update complaint_event set hash = ? where id = ?", hash, link.entry());
        }
        sql.update("update complaint set log_head = ? where id = ?", hash, id);
    }

    private void takeOut(long id) {
        sql.update("set foreign_key_checks = 0");
        sql.update("delete from complaint_event where complaint_id = ?", id);
        sql.update("delete from complaint where id = ?", id);
        sql.update("set foreign_key_checks = 1");
    }
}
