package vn.mscore.hotline.console.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Days and hours as Vietnam writes them. */
final class Written {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM");

    private Written() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(VIETNAM));
    }
}
