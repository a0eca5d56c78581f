package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.mscore.hotline.complaint.CaseHouse.code;
import static vn.mscore.hotline.complaint.CaseHouse.done;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.CaseChains.Broken;
import vn.mscore.hotline.access.CaseChains.Verdict;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseTampering.Way;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.jpa.SqlErasedWords;
import vn.mscore.hotline.complaint.life.Followers;
import vn.mscore.hotline.launcher.CaseLogs;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** What is done to the logs of cases behind the gateway's back is refused, and found where it could not be refused. */
class CaseLogsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));

    private final Random random = new Random(20260803);
    private CaseHouse house;
    private CaseTampering tampering;

    @BeforeEach
    void open() {
        house = CaseHouse.readCommitted("2026-08-03T09:30", MovingSql.class);
        house.unit(COMMUNE, Optional.empty());
        tampering = new CaseTampering(house, random);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Lets somebody act, on a connection of his own, when the cases of a block were read and their entries were not. */
    @Alternative
    @Priority(1)
    @Singleton
    static class MovingSql extends Sql {
        private static final String HEADS = "select id, ticket, secret, version, log_head from complaint where id ";
        private Optional<Runnable> meanwhile = Optional.empty();
        private int lookedAgain;

        @Inject
        MovingSql(EntityManager entities) {
            super(entities);
        }

        @Override
        public <T> List<T> rows(String sql, Reader<T> reader, Object... parameters) {
            List<T> rows = super.rows(sql, reader, parameters);
            if (sql.startsWith(HEADS + ">")) {
                meanwhile.ifPresent(work -> CompletableFuture.runAsync(work).join());
                meanwhile = Optional.empty();
            } else if (sql.startsWith(HEADS)) {
                lookedAgain++;
            }
            return rows;
        }
    }

    private <T> T get(Class<T> face) {
        return house.house().get(face);
    }

    private TicketNumber routed(String words) {
        TicketNumber ticket = house.feedback(LAN, words);
        get(SortCases.class).take(house.grip(HOA, ticket));
        get(SortCases.class).classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB");
        get(SortCases.class).route(house.grip(HOA, ticket), COMMUNE);
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        house.clock().advance(Duration.ofDays(4));
        assertThat(get(CaseTime.class)
                        .explain(house.grip(OFFICER, ticket), "Cả đội đi chống bão")
                        .isDone())
                .isTrue();
        get(WorkCases.class).accept(house.grip(OFFICER, ticket));
        assertThat(get(CaseTime.class)
                        .pause(house.grip(OFFICER, ticket), "Chờ vật tư")
                        .isDone())
                .isTrue();
        return ticket;
    }

    private TicketNumber sealedCase() {
        return house.register(LAN, ComplaintKind.DENUNCIATION, "to cao can bo nhan tien")
                .ticket();
    }

    private void seal() {
        house.clock().advance(Duration.ofMinutes(15));
        house.run("complaint.seal-case-logs");
    }

    private void withoutTriggers() {
        for (String table : List.of("complaint_event", "complaint_log_seal")) {
            house.sql("drop trigger " + table + "_no_update");
            house.sql("drop trigger " + table + "_no_delete");
        }
    }

    @Test
    void anEntryCanBeNeitherChangedNorDeleted() {
        routed("duong o ga");
        seal();
        for (String how : List.of(
                "update complaint_event set note = 'khac'",
                "delete from complaint_event",
                "update complaint_log_seal set version = version + 1",
                "delete from complaint_log_seal")) {
            assertThatThrownBy(() -> house.sql(how)).as(how).hasStackTraceContaining("append-only");
        }
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void onlyTheAuditorIsTold() {
        for (Role role : Role.values()) {
            assertThat(get(CaseLogCheck.class)
                            .verify(CaseHouse.viewer("x", role, Optional.empty()))
                            .isPresent())
                    .as(role.name())
                    .isEqualTo(role == Role.AUDITOR);
        }
        assertThat(house.count("audit_line where deed = 'case-logs.verified'")).isEqualTo(1);
    }

    /** How many cases moved, and when, would show that a sealed one did. */
    @Test
    void theAuditorSeesNeitherHowManySealedCasesThereAreNorWhenOneMoves() {
        routed("duong o ga");
        seal();
        Verdict before = house.logs();
        long lines = house.count("audit_line where deed = 'case-logs.sealed'");
        sealedCase();
        seal();
        seal();
        assertThat(house.logs().cases()).isEqualTo(before.cases());
        assertThat(house.count("audit_line where deed = 'case-logs.sealed'")).isEqualTo(lines + 2);
        assertThat(house.count("audit_line where deed = 'case-logs.sealed' and subject not like 'seal _'"))
                .isZero();
    }

    @Test
    void aSealedCaseThatWasTamperedWithIsFoundAndNotNamed() {
        TicketNumber open = routed("duong o ga");
        TicketNumber secret = sealedCase();
        seal();
        withoutTriggers();
        house.sql("update complaint_event set actor = 'nobody' where version = 1");
        assertThat(house.logs().broken())
                .extracting(Broken::name)
                .containsExactly(Optional.of(open.digits()), Optional.empty());
        assertThat(house.logs().toString()).doesNotContain(secret.digits());
    }

    @Test
    void whoActsWhileItIsCheckedIsNotTakenForSomebodyWhoTampered() {
        TicketNumber moved = routed("duong o ga");
        TicketNumber changed = routed("rac o cho");
        seal();
        MovingSql sql = get(MovingSql.class);
        sql.meanwhile = Optional.of(() -> {
            addWords(moved);
            house.feedback(LAN, "den duong hong");
        });
        assertThat(house.logs().whole()).isTrue();
        assertThat(sql.lookedAgain).as("looked broken at first").isEqualTo(2);
        withoutTriggers();
        house.sql("update complaint_event e join complaint c on c.id = e.complaint_id set e.actor = 'nobody'"
                + " where e.version = 1 and c.ticket = '" + changed.digits() + "'");
        sql.meanwhile = Optional.of(() -> addWords(moved));
        assertThat(house.logs().broken()).extracting(Broken::name).containsExactly(Optional.of(changed.digits()));
        assertThat(sql.lookedAgain).isEqualTo(4);
    }

    private void addWords(TicketNumber ticket) {
        house.tx(RegisterComplaint.class, all -> all.addText(ticket, LAN, "van con o ga", "sms:2:modem"));
    }

    @Test
    void sealsThatWereTakenAwayTooAreFound() {
        routed("duong o ga");
        seal();
        seal();
        withoutTriggers();
        house.sql("delete from complaint_log_seal");
        Verdict verdict = house.logs();
        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.whole()).isFalse();
    }

    @Test
    void aThousandRandomTrialsShouldAllBeFound() {
        List<TicketNumber> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tickets.add(routed("duong o ga so " + i));
            seal();
        }
        tickets.add(sealedCase());
        get(WorkCases.class).answer(house.grip(OFFICER, tickets.get(2)), new WorkCases.Answer("Đã vá đường.", false));
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        seal();
        assertThat(house.logs().whole()).isTrue();
        withoutTriggers();
        for (int trial = 0; trial < 1_000; trial++) {
            TicketNumber ticket = tickets.get(random.nextInt(tickets.size()));
            int kind = trial % Way.values().length;
            Way how = Way.values()[kind];
            AtomicBoolean shows = new AtomicBoolean();
            Undone found = undone(() -> shows.set(tampering.with(how, ticket)));
            Verdict verdict = found.verdict;
            assertThat(verdict.whole()).as("trial " + trial + " " + how).isFalse();
            assertThat(found.withoutKeys.isEmpty())
                    .as("trial " + trial + " " + how + ", without the keys")
                    .isNotEqualTo(shows.get());
            boolean named = verdict.broken().stream()
                    .anyMatch(one -> one.name().isEmpty() || one.name().equals(Optional.of(ticket.digits())));
            assertThat(named).as("trial " + trial + " " + how).isTrue();
        }
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void whatLeavesTheOpenLaneAndWhatIsErasedWithItsCaseIsNotTakenForTampering() {
        long hidden = id(routed("duong o ga"));
        long erased = id(routed("rac o cho"));
        long open = id(routed("den duong hong"));
        seal();
        InTransaction transaction = get(InTransaction.class);
        Complaints all = get(Complaints.class);
        transaction.run(() -> all.hide(all.byId(hidden).orElseThrow(), "hoa"));
        transaction.run(() -> all.move(
                all.byId(erased).orElseThrow(),
                Complaints.Step.to(State.RUT, all.byId(erased).orElseThrow(), "citizen", "withdraw")));
        transaction.run(() -> get(SqlErasedWords.class).erase(erased));
        assertThat(broken()).isEmpty();
        transaction.run(() -> get(SqlErasedWords.class).erase(open));
        assertThat(broken()).as("blanked, and its reasons").containsExactly(open);
        house.sql("update complaint_note set text_sealed = '' where complaint_id = " + hidden);
        assertThat(broken()).containsExactly(hidden, open);
        transaction.run(() -> get(SqlErasedWords.class).erase(hidden));
        assertThat(broken()).as("nobody erased a sealed case").containsExactly(hidden, open);
        house.sql("update sealed_case set erased_on = '2026-08-30' where complaint_id = " + hidden);
        assertThat(broken()).containsExactly(open);
    }

    private List<Long> broken() {
        return house.logs().broken().stream().map(Broken::complaint).toList();
    }

    @Test
    void aReasonThatWasPutInIsNotVouchedForByTheNextEntry() {
        TicketNumber ticket = routed("duong o ga");
        String forged = "insert into complaint_note (id, complaint_id, kind, at, login, name, role, text_sealed)"
                + " values (%d, " + id(ticket) + ", 'REASON', now(), 'hoa', 'Hoa', 'OPERATOR', '%s')";
        house.sql(forged.formatted(1, ""));
        house.sql(forged.formatted(2, "x"));
        addWords(ticket);
        assertThat(house.logs().broken()).extracting(Broken::words).containsExactly(true);
        house.sql("delete from complaint_note where id < 3");
        assertThat(house.logs().whole()).isTrue();
    }

    @Test
    void rowsFromBeforeEntriesVouchedAreAcceptedUpToTheLastOfThemOnly() {
        TicketNumber ticket = routed("duong o ga");
        house.sql("update complaint_log_seal_head set notes_before = 10, explanations_before = 20");
        fromBefore("complaint_note", 10, ticket, "null");
        fromBefore("complaint_explanation", 20, ticket, "null");
        assertThat(house.logs().whole()).isTrue();
        assertThat(withoutKeys()).isEmpty();
        List.of("complaint_note 11 null", "complaint_explanation 21 null", "complaint_note 9 repeat('x', 32)")
                .forEach(row -> {
                    String[] part = row.split(" ", 3);
                    fromBefore(part[0], Long.parseLong(part[1]), ticket, part[2]);
                    assertThat(house.logs().broken())
                            .as(row)
                            .extracting(Broken::words)
                            .containsExactly(true);
                    assertThat(withoutKeys()).as(row).hasSize(1);
                    house.sql("delete from " + part[0] + " where id = " + part[1]);
                });
        assertThat(house.logs().whole()).isTrue();
    }

    private void fromBefore(String table, long id, TicketNumber ticket, String proof) {
        boolean note = table.equals("complaint_note");
        house.sql("insert into " + table + " (id, complaint_id, at, login, name, version, proof, "
                + (note ? "kind, role, text_sealed" : "step, due, overdue_days, why_sealed") + ") values (" + id + ", "
                + id(ticket) + ", '2026-08-01', 'hoa', 'Hoa', 0, " + proof + ", "
                + (note ? "'REASON', 'OPERATOR', 'x')" : "'ANSWER', '2026-08-12', 1, 'x')"));
    }

    @Test
    void whatIsErasedIsTakenUpAgainByNobodyAndItsLogStaysWhole() {
        TicketNumber merged = routed("rac o cho");
        TicketNumber closed = routed("duong o ga");
        TicketNumber into = house.feedback(LAN, "den duong hong");
        done(get(CaseBonds.class).merge(house.grip(HOA, merged), into));
        InTransaction transaction = get(InTransaction.class);
        transaction.run(() -> move(closed, State.DONG));
        for (TicketNumber ticket : List.of(merged, closed)) {
            transaction.run(() -> get(SqlErasedWords.class).erase(id(ticket)));
        }
        assertThat(code(get(CaseBonds.class).unmerge(house.grip(HOA, merged)))).isEqualTo("case.erased");
        assertThat(code(get(EndCases.class).reopen(house.grip(HOA, closed), "Bà gọi: chưa vá")))
                .isEqualTo("case.erased");
        transaction.run(() -> move(into, State.RUT));
        transaction.run(() ->
                get(Followers.class).comeBack(get(Complaints.class).find(into).orElseThrow(), "hoa"));
        assertThat(house.state(merged)).as("comes back to nobody").isEqualTo(State.TRUNG);
        assertThat(house.logs().whole()).isTrue();
    }

    private void move(TicketNumber ticket, State to) {
        Complaint found = get(Complaints.class).find(ticket).orElseThrow();
        get(Complaints.class).move(found, Complaints.Step.to(to, found, "citizen", "withdraw"));
    }

    private long id(TicketNumber ticket) {
        return house.house()
                .tx(() -> get(Sql.class).ids("select id from complaint where ticket = ?", ticket.digits()))
                .get(0);
    }

    private static class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Verdict verdict;
        private final transient List<String> withoutKeys;

        Undone(Verdict verdict, List<String> withoutKeys) {
            this.verdict = verdict;
            this.withoutKeys = withoutKeys;
        }
    }

    /** What the checks say while {@code work} is done, in a transaction that is rolled back. */
    private Undone undone(Runnable work) {
        try {
            house.house().tx(() -> {
                work.run();
                throw new Undone(house.logs(), withoutKeys());
            });
            throw new AssertionError("was not rolled back");
        } catch (Undone e) {
            return e;
        }
    }

    /** What the command says, that also sees what is not committed yet. */
    private List<String> withoutKeys() {
        try (Connection connection = house.house().schema().connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            InvocationHandler alike = (proxy, method, with) ->
                    method.getName().equals("setTransactionIsolation") ? null : method.invoke(connection, with);
            return CaseLogs.faults((Connection) Proxy.newProxyInstance(
                    CaseLogsIT.class.getClassLoader(), new Class<?>[] {Connection.class}, alike));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
