package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.crash.Finding.Kind;

/** A checker that never complains proves nothing: each row breaks one promise of a whole run and must be told so. */
class CheckerTest {
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";
    private static final Checker.Terms TERMS = new Checker.Terms(0, 2, true, true, 5, true);

    /** A run in which all is well: one message by modem, one by SMPP, each read and answered once. */
    private static final class Run {
        final List<HistoryEvent> history = new ArrayList<>(List.of(
                event(HistoryEvent.Kind.DELIVERED, "PA mot", "SM1", 0),
                event(HistoryEvent.Kind.WITNESSED_STORED, "PA mot", "", 1),
                event(HistoryEvent.Kind.DELETED, "PA mot", "SM1", 0),
                event(HistoryEvent.Kind.HANDED, "PA hai", "", 0),
                event(HistoryEvent.Kind.WITNESSED_STORED, "PA hai", "", 1),
                event(HistoryEvent.Kind.ANSWERED, "PA hai", "", 0),
                event(HistoryEvent.Kind.WITNESSED_SENDING, "tra loi mot, ma phieu 26000019", LAN, 1),
                event(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019", LAN, 0),
                event(HistoryEvent.Kind.WITNESSED_SENDING, "tra loi hai, ma phieu 26000028", MINH, 1),
                event(HistoryEvent.Kind.SUBMITTED, "tra loi hai, ma phieu 26000028", MINH, 0)));
        final List<Books.Message> messages = new ArrayList<>(List.of(
                new Books.Message(1, LAN, "PA mot", "DONE", ""), new Books.Message(2, MINH, "PA hai", "DONE", "")));
        final List<Books.Text> texts = new ArrayList<>(List.of(
                new Books.Text(LAN, "tra loi mot, ma phieu 26000019", "SENT", 1, 5),
                new Books.Text(MINH, "tra loi hai, ma phieu 26000028", "SENT", 1, 5)));
        final List<String> sources = new ArrayList<>(List.of("sms:1:first", "sms:2:op"));
        final List<String> tickets = new ArrayList<>(List.of("26000019", "26000028"));
        final List<String> spooled = new ArrayList<>();
        final List<String> auditFaults = new ArrayList<>();
        int quarantined;
        final List<String> unopened = new ArrayList<>();
        final List<String> readable = new ArrayList<>();
        int deadCalls;

        List<Finding> check() {
            return check(TERMS);
        }

        List<Finding> check(Checker.Terms terms) {
            return Checker.check(
                    history,
                    new Books(
                            messages,
                            texts,
                            sources,
                            tickets,
                            spooled,
                            quarantined,
                            unopened,
                            readable,
                            deadCalls,
                            auditFaults),
                    terms);
        }

        void without(HistoryEvent.Kind kind, String token) {
            history.removeIf(event -> event.kind() == kind && event.token().equals(token));
        }
    }

    private static HistoryEvent event(HistoryEvent.Kind kind, String token, String where, int value) {
        return new HistoryEvent(kind, token, where, value, 1_000);
    }

    @Test
    void aRunInWhichAllIsWellIsNotComplainedAbout() {
        assertThat(new Run().check()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(lost(), doubled(), wrong(), unseen(), tooEarly(), stuck())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> lost() {
        return Stream.of(
                row("a deleted message is in no row", Kind.LOST, "I1", run -> run.messages.remove(0)),
                row("an answered deliver_sm is in no row", Kind.LOST, "I1", run -> run.messages.remove(1)),
                row("a message without ticket", Kind.LOST, "I1", run -> run.sources.remove(1)),
                row("a number that wrote six times got four answers", Kind.LOST, "I9", run -> {
                    for (int i = 0; i < 5; i++) {
                        run.messages.add(new Books.Message(3 + i, LAN, "HELP " + i, "DONE", ""));
                        run.history.add(event(HistoryEvent.Kind.HANDED, "HELP " + i, "", 0));
                    }
                    for (int i = 0; i < 3; i++) {
                        run.texts.add(new Books.Text(LAN, "tin " + i, "SENT", 1, 1));
                    }
                }),
                row("a message got no answer", Kind.LOST, "I9", run -> {
                    run.texts.remove(0);
                    run.without(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019");
                }));
    }

    private static Stream<Arguments> doubled() {
        return Stream.of(
                row(
                        "a message is in two rows",
                        Kind.DUPLICATE,
                        "I1",
                        run -> run.messages.add(new Books.Message(3, LAN, "PA mot", "DONE", ""))),
                row("a message made two tickets", Kind.DUPLICATE, "I1", run -> run.sources.add("sms:1:first")),
                row(
                        "a text went out twice though nothing was killed",
                        Kind.DUPLICATE,
                        "P3",
                        run -> run.history.add(
                                event(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019", LAN, 0))),
                row("a text went out three times", Kind.DUPLICATE, "P3", run -> {
                    run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019", LAN, 0));
                    run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019", LAN, 0));
                }));
    }

    private static Stream<Arguments> wrong() {
        return Stream.of(
                row(
                        "a row holds words nobody sent",
                        Kind.WRONG,
                        "I1",
                        run -> run.messages.set(0, new Books.Message(1, LAN, "m?t", "DONE", ""))),
                row(
                        "a long message lacks a part",
                        Kind.WRONG,
                        "I1",
                        run -> run.messages.set(0, new Books.Message(1, LAN, "PA mot", "DONE", "2/3"))),
                row(
                        "a text is in no row of the outbox",
                        Kind.WRONG,
                        "I3",
                        run -> run.history.add(event(HistoryEvent.Kind.SUBMITTED, "la", LAN, 0))),
                row("a receipt with a number no case has", Kind.WRONG, "I3", run -> run.tickets.set(0, "26000037")),
                row(
                        "a sealed value does not open",
                        Kind.WRONG,
                        "I7",
                        run -> run.unopened.add("complaint.phone_sealed of 1")),
                row("a number stands unsealed", Kind.WRONG, "I8", run -> run.readable.add("sms_outbox")),
                row("the audit trail does not fit", Kind.WRONG, "I4", run -> run.auditFaults.add("line 3")),
                row("a readable message went to a person", Kind.WRONG, "I9", run -> run.quarantined = 1),
                row("one number got six texts in ten minutes", Kind.WRONG, "I10", run -> {
                    for (int i = 0; i < 5; i++) {
                        run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tin " + i, LAN, 0));
                        run.texts.add(new Books.Text(LAN, "tin " + i, "SENT", 1, 1));
                    }
                }));
    }

    private static Stream<Arguments> unseen() {
        return Stream.of(
                row(
                        "nobody looked when the SIM was emptied",
                        Kind.WRONG,
                        "I2",
                        run -> run.without(HistoryEvent.Kind.WITNESSED_STORED, "PA mot")),
                row(
                        "nobody looked when a receipt went out",
                        Kind.WRONG,
                        "I3",
                        run -> run.without(HistoryEvent.Kind.WITNESSED_SENDING, "tra loi mot, ma phieu 26000019")));
    }

    private static Stream<Arguments> tooEarly() {
        return Stream.of(
                row(
                        "the SIM was emptied before the commit",
                        Kind.ACK_BEFORE_COMMIT,
                        "I2",
                        run -> run.history.set(1, event(HistoryEvent.Kind.WITNESSED_STORED, "PA mot", "", 0))),
                row(
                        "the centre had its answer before the commit",
                        Kind.ACK_BEFORE_COMMIT,
                        "I2",
                        run -> run.history.set(4, event(HistoryEvent.Kind.WITNESSED_STORED, "PA hai", "", 0))),
                row(
                        "a receipt went out before its commit",
                        Kind.ACK_BEFORE_COMMIT,
                        "I3",
                        run -> run.history.set(
                                6,
                                event(HistoryEvent.Kind.WITNESSED_SENDING, "tra loi mot, ma phieu 26000019", LAN, 0))));
    }

    private static Stream<Arguments> stuck() {
        return Stream.of(
                row(
                        "a message stays on the SIM",
                        Kind.STUCK,
                        "I1",
                        run -> run.without(HistoryEvent.Kind.DELETED, "PA mot")),
                row(
                        "a centre waits for ever",
                        Kind.STUCK,
                        "I1",
                        run -> run.without(HistoryEvent.Kind.ANSWERED, "PA hai")),
                row("a call is open and its channel dead", Kind.STUCK, "I6", run -> run.deadCalls = 1),
                row("the spool is never drained", Kind.STUCK, "I1", run -> run.spooled.add("PA mot")),
                row(
                        "a message is never read",
                        Kind.STUCK,
                        "I9",
                        run -> run.messages.set(0, new Books.Message(1, LAN, "PA mot", "NEW", ""))),
                row(
                        "a message is given up",
                        Kind.STUCK,
                        "I9",
                        run -> run.messages.set(0, new Books.Message(1, LAN, "PA mot", "POISON", ""))),
                row(
                        "a text is being sent for ever",
                        Kind.STUCK,
                        "I5",
                        run -> run.texts.set(
                                0, new Books.Text(LAN, "tra loi mot, ma phieu 26000019", "SENDING", 0, 121))),
                row(
                        "a text is never sent",
                        Kind.STUCK,
                        "I9",
                        run -> run.texts.set(0, new Books.Text(LAN, "tra loi mot, ma phieu 26000019", "NEW", 0, 0))));
    }

    private static Arguments row(String name, Kind kind, String invariant, Consumer<Run> breakIt) {
        return Arguments.of(name, kind, invariant, breakIt);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("broken")
    void aBrokenHistoryIsFlagged(String name, Kind kind, String invariant, Consumer<Run> breakIt) {
        Run run = new Run();
        breakIt.accept(run);
        assertThat(run.check())
                .as(name)
                .anyMatch(
                        finding -> finding.kind() == kind && finding.invariant().equals(invariant));
    }

    @ParameterizedTest(name = "{0} copies where {1} are allowed: flagged {2}")
    @CsvSource({"2, 2, false", "3, 2, true", "5, 5, false", "6, 5, true"})
    void oneTextGoesOutSoOftenAtMost(int sent, int allowed, boolean flagged) {
        Run run = new Run();
        for (int i = 1; i < sent; i++) {
            run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tra loi mot, ma phieu 26000019", LAN, 0));
        }
        assertThat(run.check(new Checker.Terms(5, allowed, true, true, 6, true)))
                .hasSize(flagged ? 1 : 0)
                .allMatch(finding -> finding.what().startsWith(sent + " copies"));
    }

    /** Copies of a text whose fate our own death hid are counted elsewhere, and a number that writes on is not answered on. */
    @Test
    void aNumberThatWritesTwelveTimesIsAnsweredFiveTimesAndNoCopyCountsAgainstIt() {
        Run run = new Run();
        for (int i = 0; i < 11; i++) {
            run.messages.add(new Books.Message(3 + i, LAN, "HELP " + i, "DONE", ""));
            run.history.add(event(HistoryEvent.Kind.HANDED, "HELP " + i, "", 0));
            run.history.add(event(HistoryEvent.Kind.ANSWERED, "HELP " + i, "", 0));
            run.history.add(event(HistoryEvent.Kind.WITNESSED_STORED, "HELP " + i, "", 1));
        }
        for (int i = 0; i < 4; i++) {
            run.texts.add(new Books.Text(LAN, "tin " + i, "SENT", 1, 1));
            run.history.add(event(HistoryEvent.Kind.WITNESSED_SENDING, "tin " + i, LAN, 1));
            run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tin " + i, LAN, 0));
            run.history.add(event(HistoryEvent.Kind.SUBMITTED, "tin " + i, LAN, 0));
        }
        assertThat(run.check(new Checker.Terms(4, 2, true, true, 5, true))).isEmpty();
    }

    @Test
    void everyKindHasItsRow() {
        assertThat(broken().map(row -> row.get()[1]).distinct().toList())
                .containsExactlyInAnyOrder((Object[]) Kind.values());
    }

    @Test
    void historiesAreReadAsTheirWritersWroteThem(@TempDir Path folder) throws Exception {
        try (HistoryFile file = new HistoryFile(folder.resolve("centre.jsonl"))) {
            file.note("handed", "\"đường\" \\ hỏng\n", "", 0);
            file.note("answered", "x", "", 0x64);
        }
        Files.writeString(folder.resolve("modem.jsonl"), """
                {"seq":1,"at":1795000000000,"event":"deleted","message":7,"part":1,"report":false,"where":"SM1","token":"PA mot"}
                {"seq":2,"event":"deleted","message":0,"part":1,"report":true,"where":"SM2","token":"report"}
                {"seq":3,"event":"read","message":7,"part":1,"report":false,"where":"SM1","token":"PA mot"}
                {"seq":4,"event":"deleted","mess""");
        List<HistoryEvent> events = Histories.read(folder);
        assertThat(events).extracting(HistoryEvent::token).containsExactly("\"đường\" \\ hỏng\n", "x", "PA mot");
        assertThat(events)
                .extracting(HistoryEvent::promises)
                .as("an error is no promise")
                .containsExactly(false, false, true);
        assertThat(events.get(2).at()).isEqualTo(1_795_000_000_000L);
    }
}
