package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseSearch;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.complaint.ToldUpward;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.AssetNames;
import vn.mscore.hotline.console.Circumstances;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Menu;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.report.Exports;
import vn.mscore.hotline.report.Exports.Admission;
import vn.mscore.hotline.report.Exports.Format;
import vn.mscore.hotline.report.Sheet;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Security row 141: as many long exports as may run at once, from a real database, take no more memory at their end than
 * at their beginning.
 */
class ManyRowsIT {
    /** Cases in the list; a million with {@code -Dexport.rows=1000000}. */
    private static final int ROWS = Integer.getInteger("export.rows", 5_000);

    private static final int TICKETS_OF_A_YEAR = 100_000;
    private static final int AT_ONCE = 20_000;

    /** Of a dozen short texts, in bytes. */
    private static final long LEAST_OF_A_KEPT_ROW = 300;

    private static House house;

    @BeforeAll
    static void open() throws SQLException {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        house.tx(() -> house.get(RegisterComplaint.class)
                .register(new NewComplaint(
                        ComplaintKind.FEEDBACK,
                        Optional.of(new PhoneNumber("+84912345678")),
                        "duong o ga",
                        Optional.empty(),
                        "sms:1:modem",
                        false)));
        multiply();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** The one case so often, each with a number of its own. */
    private static void multiply() throws SQLException {
        List<String> one = house.schema().column("select id from complaint");
        String others = String.join(
                ", ",
                house.schema()
                        .column("select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = 'complaint' and column_name not in ('id', 'ticket')"
                                + " and generation_expression is null"));
        house.schema().change("create table copies (id bigint primary key, ticket char(8) character set ascii)");
        try (Connection connection = house.schema().connect();
                PreparedStatement statement = connection.prepareStatement("insert into copies values (?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i < ROWS; i++) {
                statement.setLong(1, i);
                statement.setString(
                        2,
                        TicketNumber.of(27 + i / TICKETS_OF_A_YEAR, i % TICKETS_OF_A_YEAR)
                                .digits());
                statement.addBatch();
                if (i % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
        for (int first = 1; first < ROWS; first += AT_ONCE) {
            house.schema()
                    .change("insert into complaint (id, ticket, " + others + ") select copies.id, copies.ticket, "
                            + others
                            + " from copies join complaint on complaint.id = " + one.get(0)
                            + " where copies.id between "
                            + first + " and " + (first + AT_ONCE - 1));
        }
        house.schema().change("drop table copies");
    }

    @Test
    void row141SixLongExportsAtOnceLeaveTheHeapFlat() throws Exception {
        Phaser marks = new Phaser(Exports.ALL_AT_ONCE + 1);
        ExecutorService threads = Executors.newFixedThreadPool(Exports.ALL_AT_ONCE);
        for (Format format : Format.values()) {
            export(viewer(0), format, new Phaser(1));
        }
        long before = used();
        try {
            List<Future<Long>> rows = new ArrayList<>();
            for (int i = 0; i < Exports.ALL_AT_ONCE; i++) {
                Format format = Format.values()[i % Format.values().length];
                Viewer viewer = viewer(i / Exports.AT_ONCE);
                rows.add(threads.submit(() -> export(viewer, format, marks)));
            }
            long early = usedAt(marks);
            long late = usedAt(marks);
            for (Future<Long> one : rows) {
                assertThat(one.get(1, TimeUnit.HOURS)).isEqualTo(ROWS);
            }
            assertThat(early - before)
                    .as("bytes more than before at one tenth of %s rows: not all are read first", ROWS)
                    .isLessThan(LEAST_OF_A_KEPT_ROW * ROWS / 2 * Exports.ALL_AT_ONCE);
            assertThat(late - early)
                    .as("bytes more at nine tenths than at one tenth of %s rows", ROWS)
                    .isLessThan(LEAST_OF_A_KEPT_ROW * ROWS * 8 / 10 * Exports.ALL_AT_ONCE);
        } finally {
            marks.forceTermination();
            threads.shutdownNow();
        }
        assertThat(audited()).isEqualTo(Format.values().length + Exports.ALL_AT_ONCE);
    }

    @Test
    void aNumberWithManyCasesIsReadPageByPageAndASearchGoesAsFarAsItIsAsked() {
        TicketNumber ticket = new TicketNumber(house.schema()
                .column("select ticket from complaint order by id desc limit 1")
                .get(0));
        Timeline.Page newest = house.tx(() -> house.get(Timeline.class).page(viewer(0), ticket, 0));
        Timeline.Page older = house.tx(() -> house.get(Timeline.class).page(viewer(0), ticket, 1));
        assertThat(newest.lines()).hasSize(Timeline.PAGE);
        assertThat(older.lines()).hasSize(Timeline.PAGE).doesNotContainAnyElementsOf(newest.lines());
        assertThat(newest.more() && older.more()).isTrue();
        Timeline.Page calling =
                house.tx(() -> house.get(Timeline.class).ofNumber(viewer(0), new PhoneNumber("+84912345678")));
        assertThat(calling).as("the same when the number calls").isEqualTo(newest);
        for (int most : new int[] {CaseList.PAGE, 5 * CaseList.PAGE}) {
            assertThat(house.tx(() -> house.get(CaseSearch.class).find(viewer(0), "0912345678", most)))
                    .hasSize(most);
        }
    }

    @Test
    void whatIsOverPushesNoLateCaseOutOfWhatWasToldUpward() {
        TicketNumber late = TicketNumber.of(27, 1);
        String rung = "insert into complaint_escalation (id, complaint_id, step, level, rung, at) select id, id, ";
        house.schema()
                .change(
                        rung
                                + "'FORWARD', level, 'UNIT_HEAD', '2026-08-17 02:00:00' from complaint where id between 2 and 400",
                        rung + "'TRIAGE', level, 'UNIT_HEAD', '2026-08-16 02:00:00' from complaint where id = 1");
        ToldUpward told = house.get(ToldUpward.class);
        for (boolean unseen : new boolean[] {true, false}) {
            assertThat(house.tx(() -> told.of(viewer(0))))
                    .extracting(one -> one.ticket() + " " + one.unseen())
                    .containsExactly(late + " " + unseen);
            house.get(InTransaction.class).run(() -> told.look(viewer(0), late));
        }
    }

    /** What a page was told of rows that are not on it. */
    private static final class Cut extends Pages {
        private Object most;

        Cut() {
            super(
                    house.get(Words.class),
                    house.get(AssetNames.class),
                    CDI.current().select(Menu.class));
        }

        @Override
        public Response page(String template, Map<String, Object> model, Asked asked) {
            most = model.get("cut");
            return null;
        }
    }

    @ParameterizedTest(name = "of {0} cases the page shows {1} and says so, 0 for all")
    @CsvSource({"50, 0", "51, 50"})
    void aSearchSaysThatThereAreMoreOnlyWhereThereAre(int cases, int shown) {
        byte[] phone = house.get(BlindIndex.class).of(BlindIndex.Purpose.PHONE, new PhoneNumber("+84987654321"));
        house.tx(() ->
                house.get(Sql.class).update("update complaint set phone_index = ? order by id limit ?", phone, cases));
        Asked asked = new Asked();
        asked.become(Circumstances.UNKNOWN.with(viewer(0), "").bringing(Form.of("q", "0987654321")));
        Cut page = new Cut();
        new SearchPage(
                        house.get(CaseSearch.class),
                        house.get(RowVoices.class),
                        house.get(Readings.class),
                        house.get(ScreenEvents.class),
                        page,
                        asked,
                        house.get(InTransaction.class))
                .find();
        assertThat(page.most).isEqualTo(shown);
    }

    private static Viewer viewer(int number) {
        return new Viewer(900 + number, "a", "A", Role.OPERATOR, Optional.empty(), false);
    }

    /** What lives when all exports stand at the next mark. */
    private static long usedAt(Phaser marks) throws Exception {
        marks.awaitAdvanceInterruptibly(marks.arrive(), 1, TimeUnit.HOURS);
        long used = used();
        marks.awaitAdvanceInterruptibly(marks.arrive(), 1, TimeUnit.HOURS);
        return used;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long export(Viewer viewer, Format format, Phaser marks) throws IOException {
        long[] rows = {0};
        try (Admission place = house.get(Exports.class).admit(viewer, CaseSheet.NAME)) {
            place.write(
                    () -> {
                        Sheet sheet = house.get(CaseSheet.class).of(viewer, CaseFilter.of(Group.ALL), Language.VI);
                        return new Sheet(
                                sheet.name(),
                                sheet.columns(),
                                sheet.rows().peek(row -> {
                                    rows[0]++;
                                    if (rows[0] == ROWS / 10 || rows[0] == ROWS / 10 * 9) {
                                        marks.arriveAndAwaitAdvance();
                                        marks.arriveAndAwaitAdvance();
                                    }
                                }),
                                sheet.notes());
                    },
                    format,
                    OutputStream.nullOutputStream());
        }
        return rows[0];
    }

    private static int audited() {
        String made =
                "select count(*) as n from audit_line where deed = 'export.made' and subject like '%rows " + ROWS + "'";
        return house.tx(() -> house.get(Sql.class).count(made));
    }
}
