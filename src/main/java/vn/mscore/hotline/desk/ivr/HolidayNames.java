package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import vn.mscore.hotline.desk.DeskTable;
import vn.mscore.hotline.platform.Settings;

/** How holidays are called when they are spoken; rows of {@code desk/holidays.tsv}. */
@Singleton
class HolidayNames {
    private final List<String[]> rows;

    /** Ours, or the deployer's table of the same name. */
    @Inject
    HolidayNames(Settings settings) {
        rows = DeskTable.rows(settings.text("hotline.desk.tables").map(Path::of), "holidays.tsv").stream()
                .map(row -> row.split("\t", 2))
                .toList();
    }

    /** The name of a day closed for this reason; empty when it has none to be spoken. */
    String of(String why) {
        return rows.stream()
                .filter(row -> why.startsWith(row[0]))
                .map(row -> row[1])
                .findFirst()
                .orElse("");
    }
}
