package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineTaken;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SmsOutbox;

/** The outbox on a real database, with a scripted line. */
abstract class PostRoom {
    static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    static final PhoneNumber OURS = new PhoneNumber("+84905000111");
    static final Map<String, String> SETTINGS = Map.of(
            "hotline.sms.ownNumbers", "0905000111",
            "hotline.reply.global.day", "40",
            "hotline.sms.modem.m1.pace", "1000/s",
            "hotline.sms.modem.m2.pace", "1000/s");

    final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    House house;
    ScriptedLine m1;
    LineWorker worker;

    @BeforeEach
    void open() {
        house = House.open(houseClock(), settings());
        m1 = line("m1");
        worker = taken(m1);
    }

    /** What the house goes by. */
    Clock houseClock() {
        return clock;
    }

    Map<String, String> settings() {
        return SETTINGS;
    }

    @AfterEach
    void close() {
        house.close();
    }

    String columns(String table) {
        return String.join(
                ",",
                column("select concat('hex(', column_name, '),', column_name) from information_schema.columns"
                        + " where table_schema = database() and table_name = '" + table + "'"));
    }

    /** What a kill looks like to the code: nothing after it runs. */
    static final class Killed extends Error {
        static final long serialVersionUID = 1;
    }

    /** This node gets a line, as after a start. */
    LineWorker taken(ScriptedLine line) {
        house.tx(() -> {
            house.tell(new LineTaken(line.name()));
            return true;
        });
        return house.get(OutboxPump.class).worker(line);
    }

    ScriptedLine line(String name) {
        ScriptedLine line = new ScriptedLine(name);
        house.get(SmsLines.class).add(line);
        return line;
    }

    void restart() {
        house.close();
        house = House.reopen(clock, settings(), house.schema());
        m1 = line("m1");
        worker = taken(m1);
    }

    Optional<Reason> put(OutgoingSms sms) {
        return house.tx(() -> house.get(SmsOutbox.class).put(sms));
    }

    void work() {
        while (worker.step()) {
            assertThat(m1.sent).hasSizeLessThan(1000);
        }
    }

    void care() {
        house.get(OutboxCare.class).run();
    }

    void report(String reference, PhoneNumber to, int status) {
        house.tx(() -> {
            house.get(DeliveryReports.class)
                    .note(new Intake.ReceivedReport(
                            "m1", reference, to.e164(), status, Optional.of(clock.instant()), new byte[] {(byte) status
                            }));
            return true;
        });
    }

    long received(PhoneNumber sender, String text) {
        clock.advance(Duration.ofSeconds(1));
        house.get(Intake.class)
                .store(new Intake.ReceivedPart(
                        "m1",
                        "sim",
                        sender.e164(),
                        text,
                        false,
                        Intake.ReceivedPart.Kind.TEXT,
                        Optional.empty(),
                        Optional.of(clock.instant()),
                        clock.instant().toString(),
                        new byte[0]));
        return Long.parseLong(column("select max(id) from sms_message").get(0));
    }

    SmsFigures.Figures figures() {
        return house.get(SmsFigures.class).now();
    }

    List<String> states() {
        return column("select state from sms_outbox order by id");
    }

    List<String> deliveries() {
        return column("select delivery from sms_outbox order by id");
    }

    List<String> column(String query) {
        return house.schema().column(query);
    }

    static OutgoingSms answer(PhoneNumber to, String text) {
        return new OutgoingSms(
                to, text, Kind.ANSWER, Optional.of("m1"), Duration.ofHours(24), Optional.empty(), Optional.empty());
    }

    static OutgoingSms answerBy(String line, String text) {
        return new OutgoingSms(
                LAN, text, Kind.ANSWER, Optional.of(line), Duration.ofHours(24), Optional.empty(), Optional.empty());
    }

    static OutgoingSms answering(long inbox, PhoneNumber to, String text) {
        return new OutgoingSms(
                to, text, Kind.ANSWER, Optional.of("m1"), Duration.ofHours(24), Optional.of(inbox), Optional.empty());
    }

    OutgoingSms unasked(PhoneNumber to, String text, Kind kind) {
        return OutgoingSms.unasked(to, text, kind, clock.instant());
    }

    static PhoneNumber number(int i) {
        return new PhoneNumber(String.format("+84912%06d", i));
    }
}
