package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.SmsBooks.Message;
import vn.mscore.hotline.house.SmsBooks.Ticket;
import vn.mscore.hotline.house.TextCase.Kept;
import vn.mscore.hotline.house.ThreeLines.Delivery;

/**
 * The table of bad input by every way in: each text of {@code every-line.tsv} is answered, kept and shown alike whether a
 * modem, a message centre or an aggregator brings it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(600)
class EveryLineIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern TICKET = Pattern.compile("\\b\\d{7,8}\\b");
    private static final Pattern CODE = Pattern.compile("H50\\.15-\\d{6}-\\d{4}");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#39|#x27|#34);");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "#39", "'", "#x27", "'", "#34", "\"");
    private static final String PIN = "0417";

    /** A number that stands in a text of the table. */
    private static final String SAID = "0912345678";

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Pattern MINUTE = Pattern.compile("\\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private static final Instant BEGUN = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);

    private final List<TextCase> cases = TextCase.all();
    private final Path home = Gateway.freshFolder("every-line");
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Map<String, Throwable> troubles = new ConcurrentHashMap<>();
    private ThreeLines lines;
    private SmsBooks books;
    private Caller operator;

    @BeforeAll
    void deliverEverything() throws Exception {
        lines = new ThreeLines(home, schema);
        lines.start();
        registerDossiers();
        onEveryLine(this::first);
        awaitRead(cases.stream().filter(row -> !row.has("resend")).toList(), false);
        onEveryLine(this::second);
        awaitRead(cases, true);
        books = SmsBooks.read(schema, lines.gateway().var());
        operator = Caller.signedIn(lines.gateway(), People.of(lines.gateway(), Role.OPERATOR));
    }

    @AfterAll
    void close() throws Exception {
        lines.close();
    }

    private interface Wave {
        void deliver(Delivery delivery, int index) throws Exception;
    }

    private void onEveryLine(Wave wave) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Line.values().length);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Line line : Line.values()) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < cases.size(); i++) {
                        if (cases.get(i).by(line)) {
                            deliver(wave, new Delivery(line, sender(line, i), cases.get(i)), i);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one case does not survive is told by its own test. */
    private void deliver(Wave wave, Delivery delivery, int index) {
        try {
            wave.deliver(delivery, index);
        } catch (Exception | AssertionError e) {
            troubles.put(delivery.line() + " " + index, e);
        }
    }

    private void first(Delivery delivery, int index) throws Exception {
        if (!delivery.row().has("resend")) {
            List<Piece> pieces = pieces(delivery, index);
            for (int number = 1; number <= pieces.size(); number++) {
                if (number != delivery.row().late()) {
                    lines.deliver(delivery, pieces.get(number - 1), lines.next());
                }
            }
        }
    }

    /** What comes again, or late. */
    private void second(Delivery delivery, int index) throws Exception {
        List<Piece> pieces = pieces(delivery, index);
        if (delivery.row().has("resend")) {
            int id = lines.next();
            if (delivery.line() == Line.SMPP) {
                // A young connection does not yet ask the centre for a proof that it heard our answers.
                lines.cutCentre();
            }
            lines.deliver(delivery, pieces.get(0), id);
            if (delivery.line() == Line.SMPP) {
                lines.cutCentre();
            }
            lines.deliver(delivery, pieces.get(0), id);
        } else if (delivery.row().has("again")) {
            // Written later by its stamp too, whatever the first one's was.
            lines.deliver(delivery, pieces.get(0), lines.later());
        } else if (delivery.row().late() > 0) {
            lines.deliver(delivery, pieces.get(delivery.row().late() - 1), lines.next());
        }
    }

    private List<Piece> pieces(Delivery delivery, int index) {
        return delivery.row().pieces(filled(delivery.row().text(), delivery.line(), index), index);
    }

    private String sender(Line line, int index) {
        String own = "+8491%d%06d".formatted(5 + line.ordinal(), index);
        return cases.get(index)
                .value("from")
                .map(name -> name.replace("OFFICE", Air.OFFICE).replace("NONE", ""))
                .orElse(own);
    }

    private static int number(Line line, int index) {
        return 1000 + 37 * (index * Line.values().length + line.ordinal()) % 8999;
    }

    private static OffsetDateTime daysAgo(int days) {
        return OffsetDateTime.ofInstant(BEGUN, VIETNAM).minusDays(days).withNano(0);
    }

    private static String code(Line line, int index) {
        return "H50.15-%s-%04d"
                .formatted(daysAgo(10).toLocalDate().toString().substring(2).replace("-", ""), number(line, index));
    }

    /** The text with the code of this citizen's own dossier, as he wrote it. */
    private static String filled(String text, Line line, int index) {
        String code = code(line, index);
        return text.replace("{code}", code)
                .replace("{done}", code)
                .replace("{blanks}", code.replaceAll("[.-]", " "))
                .replace("{dots}", code.replace('-', '.'))
                .replace("{letters}", code.replace('0', 'O').replace('1', 'l'))
                .replace("{fullwidth}", fullwidth(code))
                .replace("{joined}", code.replaceAll("(.)", "$1\u200D"))
                .replace("{cyrillic}", code.replace('H', '\u041D'))
                .replace("{line}", line.named());
    }

    private static boolean asksForCode(TextCase row) {
        return Stream.of("{code}", "{done}", "{blanks}", "{dots}", "{letters}", "{fullwidth}", "{joined}", "{cyrillic}")
                .anyMatch(row.text()::contains);
    }

    private static String fullwidth(String code) {
        StringBuilder wide = new StringBuilder();
        code.chars().forEach(c -> wide.append((char) (Character.isDigit(c) || c == '-' ? c - '!' + '\uFF01' : c)));
        return wide.toString();
    }

    private void registerDossiers() throws Exception {
        for (int i = 0; i < cases.size(); i++) {
            boolean done = cases.get(i).text().contains("{done}");
            for (Line line : asksForCode(cases.get(i)) ? Line.values() : new Line[0]) {
                String dossier = """
                        {"unit": "KS-HCC", "procedure": "1.004227", "field": "DATDAI", "receivedAt": "%s",
                         "dueAt": "%s", "status": "%s", "pin": "%s"%s}""".formatted(
                                daysAgo(10),
                                daysAgo(done ? 2 : -30),
                                done ? "RETURNED" : "PROCESSING",
                                PIN,
                                done ? ", \"returnedAt\": \"" + daysAgo(2) + "\"" : "");
                assertThat(lines.gateway()
                                .call("PUT", "/api/v1/dossiers/" + code(line, i), dossier)
                                .statusCode())
                        .isBetween(200, 204);
            }
        }
    }

    private void awaitRead(List<TextCase> rows, boolean all) throws InterruptedException {
        long messages = rows.stream()
                .mapToLong(row -> row.lines().length()
                        * (all ? row.kept().messages() : Math.min(1, row.kept().messages())))
                .sum();
        Gateway.await(LIMIT, () -> count("select count(*) from sms_message where state <> 'NEW'") >= messages);
        Gateway.await(
                LIMIT,
                () -> count("select count(*) from sms_message where state = 'NEW'")
                                + count("select count(*) from sms_set where state = 'OPEN'")
                                + count("select count(*) from sms_outbox where state in ('NEW', 'SENDING')"
                                        + " and not_before <= utc_timestamp(6)")
                        == 0);
    }

    private long count(String query) {
        return Long.parseLong(schema.column(query).get(0));
    }

    Stream<TextCase> cases() {
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isAnsweredKeptAndShownAlikeOnEveryLine(TextCase row) throws Exception {
        int index = cases.indexOf(row);
        Map<Line, List<String>> answers = new TreeMap<>();
        for (Line line : Line.values()) {
            if (row.by(line)) {
                Delivery delivery = new Delivery(line, sender(line, index), row);
                assertThat(troubles.get(line + " " + index)).as("%s", line).isNull();
                answers.put(line, answered(delivery, index));
                kept(delivery, index);
            }
        }
        assertThat(answers.values().stream().distinct()).as("%s", answers).hasSize(1);
    }

    /** The answers without what must differ: the names of their templates are those of the row. */
    private List<String> answered(Delivery delivery, int index) throws Exception {
        String own = code(delivery.line(), index);
        List<String> alike = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String answer : lines.answers(delivery.line(), delivery.from())) {
            assertThat(answer).as("%s", delivery).matches("\\p{ASCII}{1,160}");
            assertThat(CODE.matcher(answer.replace("H50.15-260814-0012", ""))
                            .results()
                            .map(found -> found.group()))
                    .as("nobody else's dossier")
                    .allMatch(own::equals);
            alike.add(TICKET.matcher(timeless(answer.replace(own, "CODE"))).replaceAll("TICKET"));
            names.add(template(answer));
        }
        assertThat(names.stream().sorted())
                .as("%s: %s", delivery.line(), alike)
                .isEqualTo(delivery.row().answers());
        return alike.stream().sorted().toList();
    }

    /** A minute of this run is told as such: the lines are served one after another, and a minute may end between them. */
    private String timeless(String answer) {
        return MINUTE.matcher(answer).replaceAll(told -> {
            Instant minute = LocalDateTime.parse(told.group(), WRITTEN).toInstant(VIETNAM);
            boolean ours =
                    !minute.isBefore(BEGUN) && !minute.isAfter(Clock.systemUTC().instant());
            return ours ? "NOW" : told.group();
        });
    }

    private static String template(String answer) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sms-templates/vi-plain"))) {
            for (Path file : (Iterable<Path>)
                    files.filter(f -> f.toString().endsWith(".txt")).sorted()::iterator) {
                String text = Files.readString(file).strip();
                String regex = Pattern.quote(text).replaceAll("\\{[a-z]+}", "\\\\E.+?\\\\Q");
                if (answer.matches(regex)) {
                    return file.getFileName().toString().replace(".txt", "");
                }
            }
        }
        return answer;
    }

    private void kept(Delivery delivery, int index) throws Exception {
        TextCase row = delivery.row();
        String key = SmsBooks.key(delivery.line().named(), delivery.from());
        List<Message> messages = books.messages().getOrDefault(key, List.of());
        assertThat(messages).as("%s", delivery).hasSize(row.kept().messages());
        assertThat(messages).extracting(Message::state).allMatch("DONE"::equals);
        if (row.form().stream().noneMatch(word -> word.matches("mixed|(raw|total|udh|late):.*"))) {
            assertThat(messages).extracting(Message::text).allMatch(filled(row.text(), delivery.line(), index)::equals);
        }
        assertThat(books.machines().getOrDefault(key, 0))
                .as("%s", delivery)
                .isEqualTo(row.kept() == Kept.MACHINE ? 1 : 0);
        List<Ticket> tickets = messages.stream()
                .flatMap(message -> message.ticket().stream())
                .distinct()
                .toList();
        assertThat(tickets)
                .as("tickets of %s", delivery)
                .hasSize(
                        switch (row.kept()) {
                            case TICKET, SECRET, TWO, TWO_SECRET -> 1;
                            case APART -> 2;
                            case MESSAGE, MACHINE, QUAR -> 0;
                        });
        if (!tickets.isEmpty()) {
            String[] words = filled(row.words(), delivery.line(), index)
                    .split("\\|", row.kept().messages() == 2 ? 0 : 1);
            assertThat(messages.stream().map(Message::words).filter(said -> !said.isEmpty()))
                    .as("%s", delivery)
                    .containsExactly(words);
            assertThat(tickets).allMatch(ticket -> ticket.secret() == row.isSecret());
            for (int i = 0; i < words.length; i++) {
                shown(tickets.get(Math.min(i, tickets.size() - 1)), words[i]);
            }
        }
    }

    private void shown(Ticket ticket, String words) throws Exception {
        Caller.Answer page = operator.get("/console/cases/" + ticket.number());
        if (ticket.secret()) {
            assertThat(page.status()).isEqualTo(404);
        } else {
            String text = ENTITY.matcher(page.body())
                    .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.get(found.group(1))));
            // A number somebody writes is covered on the screen; the message above holds it whole.
            assertThat(text).contains(words.replace(SAID, "09•• ••• 678")).doesNotContain(SAID);
        }
    }

    @Test
    void nothingIsParkedOrLostAndAllLinesAreReady() throws Exception {
        assertThat(schema.column("select id from sms_message where state = 'POISON'"))
                .isEmpty();
        assertThat(count("select count(*) from sms_quarantine"))
                .as("%s", schema.column("select concat(line, ' ', why) from sms_quarantine"))
                .isEqualTo(cases.stream()
                        .filter(row -> row.kept() == Kept.QUAR)
                        .mapToLong(row -> row.lines().length())
                        .sum());
        for (Line line : Line.values()) {
            assertThat(Exposition.now(lines.gateway(), "hotline_line_ready", "line=\"" + line.named() + "\""))
                    .as("%s", line)
                    .isEqualTo(1);
        }
        assertThat(lines.gateway().get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(lines.gateway().output().toLowerCase(Locale.ROOT)).doesNotContain("\tat vn.mscore");
    }
}
