package vn.mscore.hotline.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.TableCalendars;
import vn.mscore.hotline.calendar.TableCalendars.Table;

/** The calendars that are packed with the gateway, without a container. */
public final class PackedCalendars {
    private PackedCalendars() {}

    /** All of them as one. */
    public static TableCalendars read() {
        return new TableCalendars(tables());
    }

    /** The tables, to lay others over them. */
    public static List<Table> tables() {
        return Stream.of("week.csv", "holidays.csv")
                .map(name -> new Table(name, lines(name)))
                .toList();
    }

    private static List<String> lines(String name) {
        try (InputStream in = PackedCalendars.class.getResourceAsStream("/calendar/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
