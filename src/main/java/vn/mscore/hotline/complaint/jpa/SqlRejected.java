package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.life.Rejected;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.UnitCode;

/** The table {@code complaint_rejected}. */
@Singleton
public class SqlRejected implements Rejected {
    private final Sql sql;

    @Inject
    SqlRejected(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Complaint complaint, UnitCode unit) {
        sql.update(
                "insert ignore into complaint_rejected (complaint_id, unit) values (?, ?)",
                complaint.id(),
                unit.value());
    }

    @Override
    public List<UnitCode> of(Complaint complaint) {
        return sql.rows(
                "select unit from complaint_rejected where complaint_id = ? order by unit",
                row -> new UnitCode(row.text("unit")),
                complaint.id());
    }
}
