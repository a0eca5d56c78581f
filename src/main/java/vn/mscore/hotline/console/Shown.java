package vn.mscore.hotline.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Days and times as they are written in Vietnam. */
public final class Shown {
    /** Where all offices are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private Shown() {}

    /** {@code 17/08/2026 09:30}. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }

    /** {@code 17/08/2026 09:30:12}. */
    public static String second(Instant at) {
        return SECOND.format(at.atZone(ZONE));
    }

    /** A ticket as people read it out: {@code 26 00 12 39}. */
    public static String ticket(Object ticket) {
        return String.valueOf(ticket).replaceAll("(..)(?=.)", "$1 ");
    }

    /** {@code 17/08/2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
