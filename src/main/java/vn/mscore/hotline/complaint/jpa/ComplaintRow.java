package vn.mscore.hotline.complaint.jpa;

import java.sql.SQLException;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** A row of the table {@code complaint} as a ticket. */
final class ComplaintRow {
    private ComplaintRow() {}

    static Complaint of(Sql.Row row, Seals seals) throws SQLException {
        long id = row.number("id");
        Optional<UnitCode> unit = Optional.ofNullable(row.text("unit")).map(UnitCode::new);
        UnitName name = new UnitName(row.text("unit_name"), row.text("unit_ascii"));
        return new Complaint(
                id,
                new TicketNumber(row.text("ticket")),
                ComplaintKind.valueOf(row.text("kind")),
                State.valueOf(row.text("state")),
                row.flag("secret"),
                row.flag("urgent"),
                row.flag("classified"),
                row.text("category"),
                seals.phone(id, row.bytes("phone_sealed")),
                seals.about(id, row.bytes("about_sealed")),
                (int) row.number("level"),
                unit,
                unit.map(code -> name),
                Vietnam.day(row, "registered_on").orElseThrow(),
                Vietnam.day(row, "due").orElseThrow(),
                Vietnam.day(row, "routed_on"),
                Vietnam.day(row, "answered_on"),
                (int) row.number("version"));
    }
}
