package vn.mscore.hotline.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import vn.mscore.hotline.calendar.LaidCalendars;
import vn.mscore.hotline.calendar.TableCalendars.Table;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Settings.WrongSetting;

/**
 * Hands the calendar its tables: ours, 24 November when {@code hotline.calendar.cultureDay} is true, and on top the
 * deployer's {@code hotline.calendar.file}; rows laid from the screens come on top of these.
 */
@Singleton
public class CalendarTables {
    private static final Logger LOG = Logger.getLogger(CalendarTables.class.getName());
    private static final String FILE = "hotline.calendar.file";

    private final LaidCalendars calendars;

    /** Refuses the start when the deployer's file cannot be read or holds a malformed row. */
    @Inject
    public CalendarTables(Settings settings, Clock clock) {
        List<Table> tables = new ArrayList<>(List.of(packed("week"), packed("holidays"), packed("offices")));
        if (settings.flag("hotline.calendar.cultureDay", false)) {
            tables.add(packed("culture-day"));
        }
        settings.text(FILE).filter(path -> !path.isBlank()).ifPresent(path -> tables.add(deployed(path)));
        this.calendars = build(tables);
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7)).getYear();
        if (!calendars.years().contains(year)) {
            LOG.warning(() -> "the calendar knows no holidays of " + year + "; set " + FILE);
        }
    }

    /** The one set of calendars. */
    @Produces
    @Singleton
    public LaidCalendars calendars() {
        return calendars;
    }

    private static LaidCalendars build(List<Table> tables) {
        try {
            return new LaidCalendars(tables);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(FILE, "points to a table that cannot be used: " + e.getMessage());
        }
    }

    private static Table packed(String name) {
        try (InputStream in = CalendarTables.class.getResourceAsStream("/calendar/" + name + ".csv")) {
            return new Table(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table deployed(String path) {
        try {
            return new Table("of " + FILE, Files.readAllLines(Path.of(path)));
        } catch (IOException e) {
            throw new WrongSetting(FILE, "names a file that cannot be read as UTF-8 text");
        }
    }
}
