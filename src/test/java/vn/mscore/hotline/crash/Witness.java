package vn.mscore.hotline.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private final Connection connection;
    private final BlindIndex blind;
    private final Path var;
    private final HistoryFile file;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    Witness(BookReader.Database database, Path var, HistoryFile file) throws SQLException {
        this.connection = database.connect();
        this.var = var;
        this.blind = new HmacBlindIndex(BookReader.keys(var));
        this.file = file;
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

    private int rows(String phone) {
        return count("select count(*) from sms_part where sender_index = ?", phone);
    }

    /** The gateway says that the message of {@code phone} with so many parts is safe: in the spool, or in its table. */
    void stored(String phone, String token, int parts) {
        int rows = rows(phone);
        if (rows < parts) {
            // What leaves the spool meanwhile is in the table before.
            rows = BookReader.spooled(var).contains(token) ? parts : rows(phone);
        }
        file.note("stored?", token, phone, rows - parts + 1);
    }

    /** The gateway hands over {@code text} for {@code phone}. */
    void sending(String phone, String text) {
        int rows =
                count("select count(*) from sms_outbox where to_index = ? and state in ('SENDING', 'UNKNOWN')", phone);
        file.note("sending?", text, phone, rows);
        answered.add(phone);
    }

    /** How many numbers have an answer. */
    int answered() {
        return answered.size();
    }

    private synchronized int count(String query, String phone) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setBytes(1, blind.of(BlindIndex.Purpose.LIMIT, phone));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
