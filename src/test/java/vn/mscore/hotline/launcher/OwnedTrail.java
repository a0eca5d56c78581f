package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditSeal;

/** A trail with a seal at every line, all genuine, as somebody with every right and the key may write it. */
record OwnedTrail(String key, List<AuditLine> lines, List<byte[]> hashes) {
    private static final Instant BEGINNING = Instant.parse("2026-08-17T02:30:00Z");

    static OwnedTrail empty(String key) {
        return new OwnedTrail(key, List.of(), List.of());
    }

    int length() {
        return lines.size();
    }

    OwnedTrail until(int length) {
        return new OwnedTrail(key, lines.subList(0, length), hashes.subList(0, length));
    }

    /** With so many lines more, by {@code login}. */
    OwnedTrail grown(int more, String login) {
        List<AuditLine> all = new ArrayList<>(lines);
        List<byte[]> chain = new ArrayList<>(hashes);
        for (int i = 0; i < more; i++) {
            long seq = all.size() + 1L;
            AuditLine line =
                    new AuditLine(seq, at(seq), 7, login, "ADMINISTRATOR", "account.created", "account " + seq, "");
            chain.add(line.chained(chain.isEmpty() ? AuditLine.beginning() : chain.get(chain.size() - 1)));
            all.add(line);
        }
        return new OwnedTrail(key, all, chain);
    }

    private static Instant at(long seq) {
        return BEGINNING.plusSeconds(60 * seq);
    }

    /** What the witness got after these lines. */
    List<String> heads(List<Integer> after) {
        return after.stream().map(line -> seal(line).json(key)).toList();
    }

    private AuditSeal seal(int line) {
        return new AuditSeal(line, HexFormat.of().formatHex(hashes.get(line - 1)), at(line).plusSeconds(30));
    }

    /** In the place of what was there, in the database and on the disk. */
    void write(Connection connection, Path seals) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from audit_line");
        }
        append(connection, 0);
        List<String> sealed = new ArrayList<>();
        for (int line = 1; line <= lines.size(); line++) {
            sealed.add(seal(line).signed(key));
        }
        Files.write(seals, sealed);
    }

    /** What comes after line {@code from}, with its head, in one commit. */
    void append(Connection connection, int from) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into audit_line values (?, ?, 7, ?, 'ADMINISTRATOR', 'account.created', ?, '', ?)");
                PreparedStatement head =
                        connection.prepareStatement("update audit_head set seq = ?, hash = ? where id = 1")) {
            for (int i = from; i < lines.size(); i++) {
                insert.setLong(1, lines.get(i).seq());
                insert.setObject(2, LocalDateTime.ofInstant(lines.get(i).at(), ZoneOffset.UTC));
                insert.setString(3, lines.get(i).login());
                insert.setString(4, lines.get(i).subject());
                insert.setBytes(5, hashes.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
            head.setLong(1, lines.size());
            head.setBytes(2, hashes.isEmpty() ? AuditLine.beginning() : hashes.get(hashes.size() - 1));
            head.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
