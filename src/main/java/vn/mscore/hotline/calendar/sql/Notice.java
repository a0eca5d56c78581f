package vn.mscore.hotline.calendar.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.CsvReading.Columns;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.platform.WrittenTimes;
import vn.mscore.hotline.shared.UnitCode;

/** An official notice about days off and days made up for, day by day. */
final class Notice {
    private static final Columns COLUMNS = new Columns(Set.of("from", "kind", "why"), Set.of("to", "unit"));
    private static final String MORNING = "07:30-11:30";
    private static final String AFTERNOON = "13:30-17:00";
    private static final Map<String, String> HOURS =
            Map.of("NGHI", "closed", "LAM_BU", MORNING + " " + AFTERNOON, "SANG", MORNING, "CHIEU", AFTERNOON);
    private static final int MOST_DAYS = 400;

    private final List<Day> days = new ArrayList<>();
    private final ImportReport report = new ImportReport();

    /** What a notice says of one day. */
    record Day(String unit, LocalDate day, String hours, String why) {}

    Notice(CsvReading csv, byte[] file) {
        csv.read(file, COLUMNS, report, this::read);
        if (days.isEmpty() && report.faults().isEmpty()) {
            report.fault(new RowFault(0, "", "không có dòng nào / holds no row"));
        }
    }

    List<Day> days() {
        return days;
    }

    List<RowFault> faults() {
        return report.faults();
    }

    private void read(FieldReader fields) {
        var from = fields.requiredValue("from", WrittenTimes::day);
        var to = fields.value("to", WrittenTimes::day).or(() -> from);
        var hours = fields.requiredValue("kind", Notice::hours);
        String why = fields.required("why", 200).replace(',', ';');
        String unit = fields.value("unit", Notice::unit).orElse("");
        if (fields.faults().isEmpty()) {
            add(fields, new Day(unit, from.orElseThrow(), hours.orElseThrow(), why), to.orElseThrow());
        }
        fields.faults().forEach(report::fault);
    }

    private void add(FieldReader fields, Day first, LocalDate to) {
        if (to.isBefore(first.day())) {
            fields.fault("to", "trước ngày bắt đầu / is before the first day");
        } else if (days.size() + to.toEpochDay() - first.day().toEpochDay() >= MOST_DAYS) {
            fields.fault("to", "quá 400 ngày / more than 400 days");
        } else {
            first.day()
                    .datesUntil(to.plusDays(1))
                    .forEach(day -> days.add(new Day(first.unit(), day, first.hours(), first.why())));
        }
    }

    private static String hours(String kind) {
        String hours = HOURS.get(kind);
        if (hours == null) {
            throw new IllegalArgumentException("phải là / must be NGHI, LAM_BU, SANG, CHIEU");
        }
        return hours;
    }

    private static String unit(String text) {
        if (!UnitCode.isValid(text)) {
            throw new IllegalArgumentException("không phải mã đơn vị / is not the code of an office");
        }
        return text;
    }
}
