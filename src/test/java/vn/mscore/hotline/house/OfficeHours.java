package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Hours of the desk for tests that run at any hour of any day, as {@code hotline.calendar.file} takes them. */
public final class OfficeHours {
    private OfficeHours() {}

    /** A table in {@code folder} by which the desk never closes. */
    public static Path always(Path folder) throws IOException {
        String days = Arrays.stream(DayOfWeek.values())
                .map(day -> "," + day + ",00:00-23:59:59.999999999,test\n")
                .collect(Collectors.joining());
        return Files.writeString(Files.createDirectories(folder).resolve("open.csv"), "unit,day,hours,why\n" + days);
    }
}
