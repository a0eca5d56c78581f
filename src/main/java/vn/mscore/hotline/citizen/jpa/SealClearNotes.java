package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** Seals what programs of before V268 noted in clear at the end of a request about one's own data. */
@Singleton
public class SealClearNotes implements Job {
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    SealClearNotes(Sql sql, PersonalDataCipher cipher, InTransaction transaction) {
        this.sql = sql;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    /** Where the note of the request {@code id} is sealed. */
    static Place place(long id) {
        return new Place("citizen_subject_request", "outcome_sealed", id);
    }

    @Override
    public String name() {
        return "citizen.seal-clear-notes";
    }

    /** Again and again: while two versions run side by side the older one writes more. */
    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        return transaction.call(() -> {
            List<Object[]> all = sql.rows(
                    "select id, outcome_note from citizen_subject_request where outcome_note is not null limit 200 for update",
                    row -> new Object[] {sealed(cipher, row.number("id"), row.text("outcome_note")), row.number("id")});
            sql.batch("update citizen_subject_request set outcome_sealed = ?, outcome_note = null where id = ?", all);
            return all.size();
        });
    }

    /** The note of the request {@code id} as it is kept; null for none. */
    static byte[] sealed(PersonalDataCipher cipher, long id, String note) {
        return note.isEmpty() ? null : cipher.seal(Lane.PERSONAL, place(id), note);
    }
}
