package vn.mscore.hotline.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.HmacBlindIndex;
import vn.mscore.hotline.sms.simulator.PhoneMessage;

/**
 * Looks into the database at the moment the gateway says that something is safe, while it still waits for the answer, and
 * notes what is there: what is not committed then was promised too early.
 */
final class Witness implements AutoCloseable {
    /** Faults of this witness and of whoever writes the histories beside it. */
    final Faults faults = new Faults();

    private final Optional<Connection> connection;
    private final BlindIndex blind;
    private final Path var;
    private final HistoryFile file;
    private final Map<String, Map<String, Integer>> promised = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    Witness(BookReader.Database database, Path var, HistoryFile file) throws SQLException {
        this(Optional.of(database.connect()), var, file);
    }

    private Witness(Optional<Connection> connection, Path var, HistoryFile file) {
        this.connection = connection;
        this.var = var;
        this.blind = new HmacBlindIndex(BookReader.keys(var));
        this.file = file;
    }

    /** One that only counts answers, for a database that itself goes away: then nobody can look. */
    static Witness ofAnswers(Path var, HistoryFile file) {
        return new Witness(Optional.empty(), var, file);
    }

    /** Watches what the modem is told. */
    void watch(Air air) {
        air.watch(this::sawModem);
    }

    private void sawModem(PhoneMessage message) {
        boolean sent = message.direction() == PhoneMessage.Direction.SENT;
        if (sent && message.stage() == PhoneMessage.Stage.STORED) {
            stored(message.phone(), message.text(), message.parts());
        } else if (!sent && message.stage() == PhoneMessage.Stage.SUBMITTED) {
            sending(message.phone(), message.text());
        }
    }

    private int rows(Connection open, String phone) {
        return count(open, "select count(*) from sms_part where sender_index = ?", phone);
    }

    /** The gateway says that the message of {@code phone} with so many parts is safe: in the spool, or in its table. */
    void stored(String phone, String token, int parts) {
        connection.ifPresent(open -> faults.keep(() -> lookForParts(open, phone, token, parts)));
    }

    /** All that was promised to this number so far must be there: an earlier message of his is no proof of this one. */
    private void lookForParts(Connection open, String phone, String token, int parts) {
        Map<String, Integer> said = promised.computeIfAbsent(phone, number -> new ConcurrentHashMap<>());
        said.put(token, parts);
        int due = due(said, Set.of());
        int rows = rows(open, phone);
        if (rows < due) {
            // What leaves the spool meanwhile is in the table before.
            due = due(said, Set.copyOf(BookReader.spooled(var)));
            rows = rows(open, phone);
        }
        file.note("stored?", token, phone, rows - due + 1);
    }

    private static int due(Map<String, Integer> said, Set<String> spooled) {
        return said.entrySet().stream()
                .filter(message -> !spooled.contains(message.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The gateway hands over {@code text} for {@code phone}. */
    void sending(String phone, String text) {
        connection.ifPresent(open -> faults.keep(() -> lookForText(open, phone, text)));
        answered.add(phone);
    }

    private void lookForText(Connection open, String phone, String text) {
        int rows = count(
                open, "select count(*) from sms_outbox where to_index = ? and state in ('SENDING', 'UNKNOWN')", phone);
        file.note("sending?", text, phone, rows);
    }

    /** How many numbers have an answer; throws when something was not witnessed. */
    int answered() {
        faults.rethrow();
        return answered.size();
    }

    private synchronized int count(Connection open, String query, String phone) {
        try (PreparedStatement statement = open.prepareStatement(query)) {
            statement.setBytes(1, blind.of(BlindIndex.Purpose.LIMIT, phone));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws when something was not witnessed; what is cut short by the closing itself is no fault. */
    @Override
    public void close() throws SQLException {
        try {
            faults.rethrow();
        } finally {
            if (connection.isPresent()) {
                connection.get().close();
            }
        }
    }
}
