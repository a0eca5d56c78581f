package vn.mscore.hotline.complaint.jpa;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;

/** Days as Vietnam counts them. */
final class Vietnam {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Vietnam() {}

    static Optional<LocalDate> day(Sql.Row row, String column) throws SQLException {
        return Optional.ofNullable(row.text(column)).map(LocalDate::parse);
    }
}
