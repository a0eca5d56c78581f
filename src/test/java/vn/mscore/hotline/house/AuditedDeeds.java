package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.privacy.SecretFiles;

/** Adds genuine lines to an audit trail nobody else writes to meanwhile, after those that are there, and seals each outside the database after its commit. */
final class AuditedDeeds {
    private final Connection connection;
    private final Path var;
    private final String key;
    private byte[] last;
    private long seq;

    AuditedDeeds(Connection connection, Path var) throws SQLException {
        this.connection = connection;
        this.var = var;
        this.key = new SecretFiles(var.resolve("secrets")).findOrMake(AuditSeal.SECRET, 32);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select seq, hash from audit_head where id = 1")) {
            head.next();
            this.seq = head.getLong("seq");
            this.last = head.getBytes("hash");
        }
    }

    void next() throws SQLException, IOException {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        AuditLine line = new AuditLine(++seq, now, 0, "lan", "OPERATOR", "case.read", "case " + seq, "");
        last = line.chained(last);
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into audit_line values (?, ?, 0, ?, ?, ?, ?, '', ?)");
                PreparedStatement head =
                        connection.prepareStatement("update audit_head set seq = ?, hash = ? where id = 1")) {
            insert.setLong(1, seq);
            insert.setObject(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.setString(3, line.login());
            insert.setString(4, line.role());
            insert.setString(5, line.deed());
            insert.setString(6, line.subject());
            insert.setBytes(7, last);
            insert.executeUpdate();
            head.setLong(1, seq);
            head.setBytes(2, last);
            head.executeUpdate();
        }
        connection.commit();
        AuditSeal seal = new AuditSeal(seq, HexFormat.of().formatHex(last), now);
        Files.writeString(
                var.resolve(AuditSeal.FILE),
                seal.signed(key) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
