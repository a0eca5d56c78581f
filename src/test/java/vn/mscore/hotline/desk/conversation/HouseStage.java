package vn.mscore.hotline.desk.conversation;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.life.DecidedAtOnce;
import vn.mscore.hotline.complaint.life.Ties;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.dossier.Reappointment;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.unit.UnitRegister;

/** All rooms on a real database; only the radio is missing. */
class HouseStage implements Stage, AutoCloseable {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("'['dd/MM HH:mm'] '");

    private static final String GAP = "[...]";

    private final MovingClock clock;
    private final House house;
    private final Map<String, Map<String, String>> dossiers = new HashMap<>();
    private final Telephone telephone;
    private final Map<String, Newest> newest = new HashMap<>();
    private long lastSeen;

    /** The newest text of a number as it is known, and the messages in which it came. */
    private record Newest(List<Long> ids, String known) {
        Newest and(long id) {
            return new Newest(Stream.concat(ids.stream(), Stream.of(id)).toList(), known);
        }
    }

    HouseStage(Instant start, Map<String, String> settings) {
        this(start, settings, Telephone.DOUBLES);
    }

    /** With other doubles in the place of some beans. */
    HouseStage(Instant start, Map<String, String> settings, Class<?>... doubles) {
        clock = new MovingClock(start);
        house = House.openWith(clock, settings, doubles);
        telephone = new Telephone(house, clock);
    }

    House house() {
        return house;
    }

    Telephone telephone() {
        return telephone;
    }

    /** An empty house again, at another time. Keys of sealing and the audit trail stay. */
    void reset(Instant start) {
        clock.set(start);
        dossiers.clear();
        newest.clear();
        lastSeen = 0;
        telephone.reset();
        try (Connection connection = house.schema().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            List<String> tables = new ArrayList<>();
            ResultSet row = statement.executeQuery("select table_name from information_schema.tables"
                    + " where table_schema = database() and table_type = 'BASE TABLE'");
            while (row.next()) {
                tables.add(row.getString(1));
            }
            tables.removeIf(
                    table -> table.startsWith("flyway") || table.startsWith("privacy") || table.startsWith("audit"));
            for (String table : tables) {
                statement.execute("truncate table " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if nobody had called: a new conversation with everything else as it is. */
    void forgetCall() {
        house.tx(() -> {
            Sql sql = house.get(Sql.class);
            List.of("desk_dialogue", "citizen_limit", "score_history", "score_comment", "score", "switchboard_callback")
                    .forEach(table -> sql.update("delete from " + table));
            return null;
        });
        sent();
    }

    @Override
    public MovingClock clock() {
        return clock;
    }

    @Override
    public void unit(String code, Map<String, String> values) {
        JsonObjectBuilder unit = Json.createObjectBuilder().add("validFrom", "2025-07-01");
        values.forEach((key, value) -> {
            switch (key) {
                case "identifiers" -> unit.add(key, array(value));
                case "successors" -> unit.add(key, successors(value));
                default -> unit.add(key, value);
            }
        });
        var faults = house.get(UnitRegister.class).put(code, bytes(unit));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("unit " + code + ": " + faults);
        }
    }

    private static JsonArrayBuilder array(String value) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        List.of(value.split(",")).forEach(array::add);
        return array;
    }

    /** {@code field:unit:from} or {@code :unit:from}, separated by commas. */
    private static JsonArrayBuilder successors(String value) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String one : value.split(",")) {
            String[] part = one.split(":");
            JsonObjectBuilder successor =
                    Json.createObjectBuilder().add("unit", part[1]).add("from", part[2]);
            array.add(part[0].isEmpty() ? successor : successor.add("field", part[0]));
        }
        return array;
    }

    @Override
    public void dossier(String code, Map<String, String> values) {
        Map<String, String> all = dossiers.computeIfAbsent(code, key -> new LinkedHashMap<>());
        all.putAll(values);
        JsonObjectBuilder dossier = Json.createObjectBuilder();
        all.forEach((key, value) -> {
            switch (key) {
                case "stages" -> dossier.add(key, stages(value));
                case "receivedAt", "dueAt", "returnedAt" -> dossier.add(key, value + ":00+07:00");
                default -> dossier.add(key, value);
            }
        });
        var outcome = house.get(DossierRegister.class).put(code, bytes(dossier), false);
        if (!outcome.kept()) {
            throw new IllegalArgumentException("dossier " + code + ": " + outcome);
        }
    }

    /** {@code name@unit@entered[@left[@allowed hours]]}, separated by semicolons. */
    private static JsonArrayBuilder stages(String value) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String one : value.split(";")) {
            String[] part = one.split("@");
            JsonObjectBuilder stage = Json.createObjectBuilder()
                    .add("name", part[0])
                    .add("unit", part[1])
                    .add("enteredAt", part[2] + ":00+07:00");
            if (part.length > 4) {
                stage.add("allowedHours", Integer.parseInt(part[4]));
            }
            boolean left = part.length > 3 && !part[3].isEmpty();
            array.add(left ? stage.add("leftAt", part[3] + ":00+07:00") : stage);
        }
        return array;
    }

    private static byte[] bytes(JsonObjectBuilder object) {
        return object.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void receipt(String ticket, String code) {
        new SealedTicket(house, ticket).hasReceipt(code);
    }

    @Override
    public void sealed(String ticket, String stage) {
        new SealedTicket(house, ticket).isAt(stage);
    }

    @Override
    public void postpone(String code, String day) {
        var refused = house.ask(
                Reappointment.class,
                r -> r.reappoint(
                        new DossierCode(code), LocalDate.parse(day), "chờ xác minh", Reappointment.By.THE_DESK));
        refused.ifPresent(reason -> {
            throw new IllegalArgumentException(reason.sentence());
        });
    }

    /** {@code routed UNIT CATEGORY}, {@code merged TICKET}, {@code unmerged}, {@code sealed}, {@code answered}, {@code paused}, {@code runs}, or the step of a khiếu nại. */
    @Override
    public void ticket(String number, String move) {
        String[] word = move.split(" ");
        TicketNumber ticket = new TicketNumber(number);
        DecidedAtOnce decided = new DecidedAtOnce(house);
        switch (word[0]) {
            case "routed" -> decided.route(ticket, ComplaintKind.FEEDBACK, word[2], new UnitCode(word[1]));
            case "is" -> sql("update complaint set state = ? where ticket = ?", word[1], number);
            case "paused" ->
                sql(
                        "insert into complaint_pause (id, complaint_id, since, login) select id, id, ?, 'minh'"
                                + " from complaint where ticket = ?",
                        clock.instant(),
                        number);
            case "runs" ->
                sql(
                        "update complaint_pause p join complaint c on c.id = p.complaint_id set p.until = ?"
                                + " where c.ticket = ?",
                        clock.instant(),
                        number);
            case "merged", "unmerged", "sealed" -> bond(ticket, word);
            case "answered" -> decided.answer(ticket, "Đã sửa xong.");
            case "guided", "paper", "accepted", "refused" ->
                decided.petition(ticket, word[0], LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh")));
            default -> throw new IllegalArgumentException(move);
        }
    }

    private void bond(TicketNumber ticket, String[] word) {
        house.tx(() -> {
            Complaints complaints = house.get(Complaints.class);
            Complaint bound = complaints.find(ticket).orElseThrow();
            Ties ties = house.get(Ties.class);
            switch (word[0]) {
                case "merged" ->
                    ties.merge(bound, complaints.find(new TicketNumber(word[1])).orElseThrow(), "minh");
                case "unmerged" -> ties.unmerge(bound, "minh");
                default -> complaints.hide(bound, "minh");
            }
            return 0;
        });
    }

    private void sql(String statement, Object... with) {
        house.tx(() -> house.get(Sql.class).update(statement, with));
    }

    @Override
    public void run(String job) {
        for (Job each : CDI.current().select(Job.class)) {
            if (each.name().equals(job)) {
                each.run();
                return;
            }
        }
        throw new IllegalArgumentException("no job is called " + job);
    }

    @Override
    public void receive(String phone, String text, boolean flood) {
        newest.put(phone, new Newest(List.of(), text));
        receive(phone, text, flood, Optional.empty());
    }

    @Override
    public void late(String phone, String part, String text) {
        String[] place = part.split("/");
        int number = Integer.parseInt(place[0]);
        String before = newest.get(phone).known();
        String whole = number == 1
                ? text + " " + before.substring(GAP.length())
                : before.replaceFirst(Pattern.quote(GAP), Matcher.quoteReplacement(text));
        LatePart late = new LatePart(newest.get(phone).ids(), number, Integer.parseInt(place[1]), text, before, whole);
        newest.put(phone, new Newest(late.earlier(), whole));
        receive(phone, GAP + text, false, Optional.of(late));
    }

    private void receive(String phone, String text, boolean flood, Optional<LatePart> late) {
        Optional<PhoneNumber> sender = PhoneNumber.parse(phone);
        long id = house.get(Ids.class).next();
        newest.computeIfPresent(phone, (key, known) -> known.and(id));
        IncomingSms sms = new IncomingSms(id, "gsm1", sender, text, Optional.empty(), clock.instant(), flood, late);
        house.tx(() -> {
            house.get(SmsListener.class).received(sms);
            return null;
        });
    }

    @Override
    public List<Sent> sent() {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        List<Sent> sent = new ArrayList<>();
        String query =
                "select id, to_sealed, text_sealed, not_before from sms_outbox where id > " + lastSeen + " order by id";
        try (Connection connection = house.schema().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                long id = row.getLong(1);
                lastSeen = id;
                byte[] to = row.getBytes(2);
                byte[] text = row.getBytes(3);
                Instant notBefore =
                        row.getObject(4, java.time.LocalDateTime.class).toInstant(java.time.ZoneOffset.UTC);
                sent.add(house.tx(() -> new Sent(
                        new PhoneNumber(cipher.open(new Place("sms_outbox", "to_sealed", id), to)).local(),
                        cipher.open(new Place("sms_outbox", "text_sealed", id), text),
                        notBefore.isAfter(clock.instant()) ? WHEN.format(notBefore.atZone(VIETNAM)) : "")));
            }
            return sent;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> call(Caller caller, List<String> script) {
        return telephone.call(caller, script);
    }

    @Override
    public void packs(List<String> packs) {
        ReadablePrompts.packsAre(packs);
    }

    @Override
    public void survey(String dossier, String reference) {
        telephone.survey(dossier, reference);
    }

    @Override
    public void settled(String reference, String result) {
        telephone.settled(reference, result);
    }

    @Override
    public void queue(String told) {
        telephone.queue(told);
    }

    @Override
    public void operator(String login, String device) {
        telephone.operator(login, device);
    }

    @Override
    public void stranded(Optional<String> phone, String words) {
        telephone.stranded(phone, words);
    }

    @Override
    public String select(String query) {
        try (Connection connection = house.schema().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "(no row)";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
