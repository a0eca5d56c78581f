package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import vn.mscore.hotline.access.CaseChainsQueries;
import vn.mscore.hotline.access.CaseWords;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** What is written in {@code complaint_note} and {@code complaint_explanation}, for the entry of the log that vouches for it. */
@Singleton
class SqlCaseWords {
    private static final byte[] GONE = {};

    private final Sql sql;
    private final Seals seals;

    @Inject
    SqlCaseWords(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    /** What was written since the last entry, but for what does not open as its proof says: nobody with the keys wrote that. */
    List<CaseWords> open(long complaint) {
        return sql.rows(CaseChainsQueries.NEW_WORDS, this::fresh, complaint, complaint).stream()
                .filter(one -> one.proof().length > 0)
                .toList();
    }

    private CaseWords fresh(Sql.Row row) throws SQLException {
        byte[] proof = row.bytes("proof");
        return words(row, Arrays.equals(opened(row), proof) ? proof : GONE);
    }

    /** The entry with this version vouches for them. */
    void vouch(List<CaseWords> words, int version) {
        words.forEach(one -> sql.update("update " + one.place() + " set version = ? where id = ?", version, one.row()));
    }

    /** Of the cases after one until another, each opened; with no proof where that does not say what is there. */
    List<CaseWords> between(long after, long until) {
        return sql.rows(CaseChainsQueries.WORDS, this::kept, after, until, after, until);
    }

    private CaseWords kept(Sql.Row row) throws SQLException {
        boolean erased = row.bytes("kept").length == 0 && row.flag("erased");
        return erased ? words(row, row.bytes("proof")) : fresh(row);
    }

    private byte[] opened(Sql.Row row) throws SQLException {
        String table = row.text("place");
        String column = table.equals("complaint_note") ? "text_sealed" : "why_sealed";
        try {
            String kept = seals.office(new Place(table, column, row.number("id")), row.bytes("kept"));
            return kept.isEmpty() ? GONE : CaseWords.proof(kept);
        } catch (CannotOpen e) {
            return GONE;
        }
    }

    private static CaseWords words(Sql.Row row, byte[] proof) throws SQLException {
        return new CaseWords(
                row.number("complaint_id"),
                (int) row.number("version"),
                row.text("place"),
                row.number("id"),
                row.text("kind"),
                row.instant("at"),
                row.text("login"),
                row.text("name"),
                row.text("role"),
                row.text("unit"),
                proof);
    }
}
