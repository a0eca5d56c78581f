package vn.mscore.hotline.console.requests;

import jakarta.enterprise.inject.Vetoed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.mscore.hotline.complaint.TimelineLine;

/** A line of somebody's own data. */
@Vetoed
public record DataLine(String at, String kind, String text, String detail) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static DataLine of(TimelineLine line) {
        String ticket = line.ticket().map(number -> number.digits() + " ").orElse("");
        return new DataLine(TIME.format(line.at()), line.kind().name(), line.text(), ticket + line.detail());
    }
}
