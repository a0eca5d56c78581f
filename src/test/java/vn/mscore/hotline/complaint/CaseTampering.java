package vn.mscore.hotline.complaint;

import java.util.ArrayList;
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
    private static final String NOTE = "complaint_note";
    private static final List<String> OF_A_NOTE = List.of("role = 'LEADER'", "kind = 'NOTE'");
    private static final List<String> OF_AN_EXPLANATION =
            List.of("step = 'ANSWER'", "due = due + interval 1 day", "overdue_days = overdue_days + 1");
    private static final List<String> OF_BOTH = List.of(
            "login = 'nobody'",
            "name = concat(name, 'x')",
            "unit = if(unit is null, 'X', null)",
            "at = at - interval 1 second",
            "version = version - 1",
            "version = null",
            "version = 0",
            "version = 0, proof = null",
            "proof = reverse(proof)");

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

    /** False when it shows to nobody without the keys. */
    boolean with(Way how, TicketNumber ticket) {
        long id = sql.ids("select id from complaint where ticket = ?", ticket.digits())
                .get(0);
        List<Integer> versions = sql.rows(
                "select version from complaint_event where complaint_id = ? order by version",
                row -> (int) row.number("version"),
                id);
        int one = versions.get(random.nextInt(versions.size()));
        if (how == Way.CHANGE_REASON) {
            return changeReason(id);
        }
        switch (how) {
            case DELETE -> sql.update("delete from complaint_event where complaint_id = ? and version = ?", id, one);
            case CHANGE -> change(id, one);
            case REORDER -> reorder(id, one, versions.size());
            case CUT_OFF -> sql.update("delete from complaint_event where complaint_id = ? and version >= ?", id, one);
            case CUT_OFF_WITH_HEAD -> cutOff(id, one);
            case WRITE_ANEW -> writeAnew(id, one);
            default -> takeOut(id);
        }
        return true;
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

    /** Of a case with none, one is put in. False when only other octets are where something sealed was. */
    private boolean changeReason(long id) {
        String table = random.nextBoolean() ? NOTE : "complaint_explanation";
        String sealed = table.equals(NOTE) ? "text_sealed" : "why_sealed";
        Optional<Long> row = sql.ids("select id from " + table + " where complaint_id = ?", id).stream()
                .findFirst();
        int way = row.isEmpty() ? 0 : random.nextInt(10);
        if (way < 3) {
            putIn(table, sealed, id);
        } else if (way == 3) {
            sql.update("delete from " + table + " where id = ?", row.get());
        } else if (way == 4) {
            byte[] other = cipher.seal(Lane.PERSONAL, new Place(table, sealed, row.get()), "Chờ ngân sách");
            sql.update("update " + table + " set " + sealed + " = ? where id = ?", other, row.get());
        } else if (way == 5) {
            sql.update("update " + table + " set " + sealed + " = reverse(" + sealed + ") where id = ?", row.get());
        } else {
            List<String> ways = new ArrayList<>(table.equals(NOTE) ? OF_A_NOTE : OF_AN_EXPLANATION);
            ways.addAll(OF_BOTH);
            ways.add(sealed + " = ''");
            sql.update(
                    "update " + table + " set " + ways.get(random.nextInt(ways.size())) + " where id = ?", row.get());
        }
        return way != 4 && way != 5;
    }

    private void putIn(String table, String sealed, long id) {
        List<String> versions = List.of("null", "0", "-1", "1", "99");
        List<String> columns = List.of("", ", version", ", version, proof");
        int more = random.nextInt(columns.size());
        String values = List.of("", ", " + versions.get(random.nextInt(versions.size())), ", 0, repeat('x', 32)")
                .get(more);
        String names = table.equals(NOTE) ? "kind, role" : "step, due, overdue_days";
        String its = table.equals(NOTE) ? "'REASON', 'OPERATOR'" : "'ANSWER', '2026-08-12', 1";
        sql.update(
                "insert into " + table + " (id, complaint_id, at, login, name, " + names + ", " + sealed
                        + columns.get(more) + ") values (1, ?, now(), 'hoa', 'Hoa', " + its + ", ?" + values + ")",
                id,
                random.nextBoolean() ? "" : "x");
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
