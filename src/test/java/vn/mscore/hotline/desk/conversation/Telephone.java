package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.desk.EnumerationAlarm.EnumerationSuspected;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.survey.Surveys;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.switchboard.Switchboard.Visit;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingStranded;
import vn.mscore.hotline.voice.ScriptedCall;

/** Calls into the house: the flows are real, the exchange and the sounds are not. */
final class Telephone {
    static final Class<?>[] DOUBLES = {ReadablePrompts.class, ScriptedRecordings.class};

    private static final PhoneNumber SOMEBODY = new PhoneNumber("+84912345678");
    private static final String STRANDED = "00000000-0000-4000-9000-%012d";

    private final House house;
    private final Clock clock;
    private int calls;
    private int strands;
    private long lastCase;
    private long lastWish;
    private int lastAlarm;

    Telephone(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    void reset() {
        calls = 0;
        strands = 0;
        lastCase = 0;
        lastWish = 0;
        lastAlarm = house.get(FactLog.class).of(EnumerationSuspected.class).size();
        ReadablePrompts.packsAre(List.of("vi"));
        house.get(ScriptedRecordings.class).reset();
    }

    /** Both sides and what came of it. A script that does not fit the talk shows where. */
    List<String> call(Stage.Caller caller, List<String> script) {
        ScriptedCall call = scripted(caller, script);
        List<String> faults = new ArrayList<>();
        try {
            call.run(flow(caller.flow()));
        } catch (AssertionError e) {
            faults.add("! " + e.getMessage());
        }
        List<String> played = new ArrayList<>();
        call.transcript().forEach(line -> played.add(readable(line)));
        call.unused().forEach(line -> faults.add("! unused: " + line));
        played.addAll(faults);
        played.addAll(outcome());
        return played;
    }

    ScriptedCall scripted(Stage.Caller caller, List<String> script) {
        return new ScriptedCall(start(caller), script).checking(this::noTransactionIsOpen);
    }

    /** How the next call begins. */
    CallStart start(Stage.Caller caller) {
        calls++;
        return new CallStart(
                "1787000000." + calls,
                caller.flow(),
                caller.phone().flatMap(PhoneNumber::parse),
                caller.reference(),
                clock.instant(),
                caller.sealed());
    }

    static CallFlow flow(String name) {
        return CDI.current().select(CallFlow.class).stream()
                .filter(flow -> flow.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void noTransactionIsOpen() {
        assertThatThrownBy(() -> house.entityManager().isOpen()).hasMessage("no transaction on this thread");
    }

    static String readable(String line) {
        return line.replaceAll(" gap/([a-z-]+)/(\\S+)", " [$1 $2]")
                .replaceAll(" vi/", " ")
                .replaceAll("00000000-0000-4000-[89]000-0*([0-9]+)", "$1");
    }

    /** What came of the last call. */
    List<String> outcome() {
        List<String> lines = new ArrayList<>();
        int alarms = house.get(FactLog.class).of(EnumerationSuspected.class).size();
        lines.addAll(Collections.nCopies(alarms - lastAlarm, "= alarm: somebody walks through codes"));
        lastAlarm = alarms;
        try (Connection connection = house.schema().connect();
                Statement statement = connection.createStatement()) {
            ResultSet cases = statement.executeQuery(
                    "select id, ticket, kind, category, secret, about_sealed, source from complaint" + " where id > "
                            + lastCase + " order by id");
            while (cases.next()) {
                lastCase = cases.getLong("id");
                lines.add("= complaint " + cases.getString("ticket") + " " + cases.getString("kind") + " "
                        + cases.getString("category") + (cases.getBoolean("secret") ? " secret" : "")
                        + (cases.getBytes("about_sealed") == null ? "" : " about a dossier") + ", "
                        + cases.getString("source").replaceFirst(":.*", ""));
            }
            ResultSet wishes = statement.executeQuery("select id, channel, promised_for from switchboard_callback"
                    + " where id > " + lastWish + " order by id");
            while (wishes.next()) {
                lastWish = wishes.getLong("id");
                lines.add("= callback " + wishes.getString("channel") + " " + wishes.getString("promised_for"));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stranded(Optional<String> phone, String words) {
        String[] word = words.split(" ");
        Duration length = Duration.ofSeconds(Long.parseLong(word[1].replace("s", "")));
        RecordingId id = new RecordingId(STRANDED.formatted(++strands));
        Recorded recorded = new Recorded(id, length, length.toSeconds() >= 2, Recorded.End.HANG_UP);
        house.tx(() -> {
            house.tell(new RecordingStranded(
                    recorded, word[0], words.endsWith("secret"), phone.flatMap(PhoneNumber::parse), "1787000000.9"));
            return null;
        });
    }

    void survey(String dossier, String reference) {
        String order = house.ask(Surveys.class, surveys -> surveys.order(new DossierCode(dossier)))
                .reference()
                .orElseThrow();
        house.ask(
                Sql.class,
                sql -> sql.update(
                        "update survey_call set state = 'CALLING', calling = ?, attempts = attempts + 1 where id = ?",
                        reference,
                        order.replaceFirst("survey-", "")));
    }

    void settled(String reference, String result) {
        tell(new CallSettled(reference, CallSettled.Result.valueOf(result), SOMEBODY));
    }

    void queue(String told) {
        String[] word = told.split(" ");
        String call = "1787000000." + word[0];
        if (word[1].equals("WELCOME")) {
            welcome(new Visit(call, PhoneNumber.parse(word[2]), "menu"));
            return;
        }
        Object fact = word[1].equals("ENDED")
                ? new CallEnded(call, clock.instant())
                : new QueueChanged(
                        call,
                        QueueChanged.Step.valueOf(word[1]),
                        Optional.of(word).filter(words -> words.length > 2).map(words -> words[2]),
                        clock.instant());
        tell(fact);
    }

    private void welcome(Visit visit) {
        house.tx(() -> {
            house.get(Switchboard.class).welcome(visit);
            return null;
        });
    }

    private void tell(Object fact) {
        house.tx(() -> {
            house.tell(fact);
            return null;
        });
    }

    void operator(String login, String device) {
        var refused = house.ask(
                OperatorPresence.class,
                presence -> device.equals("gone")
                        ? presence.set(login, presence.deviceOf(login).orElseThrow(), false)
                        : presence.set(login, device, true));
        refused.ifPresent(reason -> {
            throw new IllegalArgumentException(reason.sentence());
        });
    }
}
