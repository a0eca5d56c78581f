package vn.mscore.hotline.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.house.TestDatabase;

/** Tables of every type the schema has, carried from one MariaDB schema to another. */
class TableCopyIT {
    private static final String EVERY_TYPE = """
            create table every_type (
                id bigint not null auto_increment primary key, big bigint, small smallint, tiny tinyint, flag boolean,
                money decimal(20,4), ratio double, day date, hour time(6), moment datetime(6),
                code char(8) character set ascii collate ascii_bin, name varchar(255), words text,
                mark binary(4), octets varbinary(300), film mediumblob,
                low boolean as (small < 0) persistent)""";

    private final BackupKeys keys = BackupKeys.make();
    private final TestDatabase.Schema from = TestDatabase.fresh();
    private final TestDatabase.Schema to = TestDatabase.fresh();

    @TempDir
    private Path place;

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Object[][] rows() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        byte[] film = new byte[2_000_000];
        Arrays.fill(film, (byte) '\'');
        return new Object[][] {
            row(Long.MIN_VALUE, -32768, -128, true, "-1234567890123456.7891", 0.1, "1899-12-31", "-838:59:59.000000"),
            row("2026-11-28 23:59:59.999999", "H50", "Nguyễn Thị Lành 🙂 'x' \\ \"y\"", "a\0b\nc\td"),
            row(new byte[4], octets, film),
            row(Long.MAX_VALUE, 32767, 127, false, "0.0001", -1.7976931348623157e308, "9999-12-31", "00:00:00"),
            row("1000-01-01 00:00:00", "", "", ""),
            row(new byte[] {1, 2}, new byte[0], new byte[0]),
            new Object[15]
        };
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static void fill(Connection connection) throws SQLException {
        run(connection, EVERY_TYPE);
        String insert =
                "insert into every_type (big, small, tiny, flag, money, ratio, day, hour, moment, code, name, words,"
                        + " mark, octets, film) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            int place = 1;
            for (Object[] values : rows()) {
                for (Object value : values) {
                    row.setObject(place++, value);
                }
                if (place > 15) {
                    row.executeUpdate();
                    place = 1;
                }
            }
        }
        run(connection, "alter table every_type auto_increment = 5000");
    }

    private byte[] backup(Connection connection, Instant at) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out, keys.sealing());
        TableSnapshot snapshot = TableSnapshot.begin(connection);
        writer.manifest(new Manifest(snapshot.schema(), at, Map.of()));
        snapshot.writeTo(writer);
        writer.finish();
        return out.toByteArray();
    }

    private void restore(byte[] backup) throws SQLException, IOException {
        Map<Area, Path> folders = new TreeMap<>();
        for (Area area : Area.values()) {
            folders.put(area, place.resolve(area.name()));
        }
        try (Connection connection = to.connect();
                InputStream in = new ByteArrayInputStream(backup)) {
            Restoring.from(in, keys.opening(), connection, folders);
        }
    }

    private static Map<String, String> checksums(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = database() and table_name <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        Map<String, String> checksums = new TreeMap<>();
        for (String table : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("checksum table " + table + " extended")) {
                row.next();
                checksums.put(table, row.getString(2));
            }
        }
        return checksums;
    }

    @Test
    void everyValueOfEveryTypeArrivesAsItWas() throws Exception {
        try (Connection source = from.connect();
                Connection target = to.connect()) {
            fill(source);
            run(source, "insert into audit_line values (1, now(6), 0, 'x', 'r', 'd', 's', 'w', repeat('h', 32))");
            run(target, EVERY_TYPE);
            run(target, "insert into every_type (name) values ('gives way')");
            byte[] backup;
            try (Connection snapshot = from.connect()) {
                backup = backup(snapshot, Instant.EPOCH);
            }
            restore(backup);
            assertThat(checksums(target)).isEqualTo(checksums(source)).containsKey("every_type");
            run(target, "insert into every_type (name) values ('next')");
            try (ResultSet row = target.createStatement().executeQuery("select max(id), sum(low) from every_type")) {
                row.next();
                assertThat(row.getLong(1))
                        .as("the counter goes on where it was")
                        .isEqualTo(5000);
                assertThat(row.getLong(2)).as("generated columns are made anew").isEqualTo(1);
            }
        }
    }

    @Test
    void whatIsCommittedAfterTheSnapshotBeganStaysOutAndNobodyWaits() throws Exception {
        try (Connection writing = from.connect();
                Connection snapshot = from.connect()) {
            run(writing, "insert into legal_hold values (1, '00000001', 'before', 'x', now(6), null, null)");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BackupWriter writer = new BackupWriter(out, keys.sealing());
            TableSnapshot taken = TableSnapshot.begin(snapshot);
            run(writing, "insert into legal_hold values (2, '00000002', 'after', 'x', now(6), null, null)");
            run(writing, "update legal_hold set reason = 'changed' where id = 1");
            writer.manifest(new Manifest(taken.schema(), Instant.EPOCH, Map.of()));
            taken.writeTo(writer);
            writer.finish();
            restore(out.toByteArray());
            try (Connection target = to.connect();
                    ResultSet rows = target.createStatement().executeQuery("select reason from legal_hold")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("before");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void aTableWithoutSnapshotsIsRefusedByName() throws Exception {
        try (Connection source = from.connect()) {
            run(source, "create table loose (id int) engine=Aria");
            assertThatThrownBy(() -> backup(source, Instant.EPOCH))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("loose");
        }
    }

    @Test
    void aFileThatWouldLeaveItsFolderIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out, keys.sealing());
        writer.file(
                new BackupContent.FileHead(Area.VAR, "../outside", "rw-------"),
                new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));
        writer.finish();
        assertThatThrownBy(() -> restore(out.toByteArray())).isInstanceOf(BackupUnreadable.class);
        assertThat(Files.exists(place.resolve("outside"))).isFalse();
    }
}
