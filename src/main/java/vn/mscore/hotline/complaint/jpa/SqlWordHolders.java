package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.register.WordHolders;
import vn.mscore.hotline.platform.Sql;

/** Finds cases by the sources in {@code complaint_words}. */
@Singleton
public class SqlWordHolders implements WordHolders {
    /** Sources end with the line they came in by: {@code sms:123:modem}. */
    private static final String HOLDERS = "select complaint_id as id from complaint_words where author = 'CITIZEN'"
            + " and length(words_sealed) > 0 and (source = ? or source like concat(?, ':%')) order by complaint_words.id";

    private final Sql sql;
    private final Complaints complaints;

    /** Locks cases through {@code complaints}. */
    @Inject
    SqlWordHolders(Sql sql, Complaints complaints) {
        this.sql = sql;
        this.complaints = complaints;
    }

    @Override
    public List<Complaint> of(List<String> sources) {
        return sources.stream()
                .flatMap(source -> sql.ids(HOLDERS, source, source).stream())
                .distinct()
                .flatMap(id -> complaints.byId(id).stream())
                .toList();
    }

    @Override
    public Complaint workedOn(Complaint complaint) {
        Complaint home = complaint;
        Optional<Complaint> next = into(home);
        while (next.isPresent()) {
            home = next.get();
            next = into(home);
        }
        return home;
    }

    private Optional<Complaint> into(Complaint complaint) {
        return sql.first(
                        "select into_id from complaint_merge where complaint_id = ?",
                        row -> row.number("into_id"),
                        complaint.id())
                .flatMap(complaints::byId);
    }
}
