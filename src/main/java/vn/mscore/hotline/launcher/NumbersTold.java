package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Numbers that the lost machine told citizens and readers after the backup was taken, and that a restored counter would tell
 * others again: a restore passes them over. Ids and codes by chance need nothing of the kind.
 */
final class NumbersTold {
    /** Some hundred tickets are a busy province's day; each begun day since the backup is given ten times as many. */
    private static final int TICKETS_A_DAY = 2_000;
    /** One whole series: beyond it numbers end in other digits of the year, see {@code TicketOffice}. */
    private static final int MOST_TICKETS = 100_000;
    /** Places of a feed cost nothing, and one that is too low hides a row from whoever reads by cursor. */
    private static final long PLACES = 1_000_000_000L;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TICKETS =
            "insert into complaint_sequence (year, last) values (?, ?) on duplicate key update last = last + ?";
    private static final String FEEDS = "update platform_feed set last = last + ?";

    private NumbersTold() {}

    /** How many tickets are passed over for a backup taken at {@code takenAt}; also for a clock that stands before it. */
    static int tickets(Instant takenAt, Instant now) {
        long days = Math.max(0, Duration.between(takenAt, now).toDays()) + 1;
        return (int) Math.min(MOST_TICKETS, days * TICKETS_A_DAY);
    }

    /**
     * Passes them over, in the year of the backup and in every one since: a year the backup does not know began without it.
     * Returns how many tickets.
     */
    static int passOver(Connection connection, Instant takenAt, Instant now) throws SQLException {
        int tickets = tickets(takenAt, now);
        int first = year(takenAt);
        try (PreparedStatement rows = connection.prepareStatement(TICKETS);
                PreparedStatement feeds = connection.prepareStatement(FEEDS)) {
            for (int year = first; year <= Math.max(first, year(now)); year++) {
                rows.setInt(1, year);
                rows.setInt(2, tickets);
                rows.setInt(3, tickets);
                rows.executeUpdate();
            }
            feeds.setLong(1, PLACES);
            feeds.executeUpdate();
        }
        return tickets;
    }

    private static int year(Instant at) {
        return at.atZone(VIETNAM).getYear();
    }
}
