package vn.mscore.hotline.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.crash.Finding.Kind;

/**
 * Compares what the simulators saw with what the database says, after Jepsen's manner: unique words, histories written
 * outside, a checker that trusts neither. It knows nothing of the gateway's code but its tables.
 */
final class Checker {
    private static final long LONGEST_SENDING = 120;
    private static final int TEN_MINUTES = 600_000;
    /** How a message begins that is to become a ticket. */
    static final String COMPLAINT = "PA ";

    private static final Pattern TOLD = Pattern.compile("\\b(?:phieu|XEM) ([0-9]{8})\\b");

    private final List<HistoryEvent> history;
    private final Books books;
    private final Terms terms;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * What a run allows.
     *
     * @param doubles texts that may have gone out twice in all: what was in flight when the gateway was killed
     * @param copies most times one text may go out: 2, and 5 where the gateway died again and again
     * @param settled whether the run waited for everything to be read and answered
     * @param answered whether each message gets an answer
     * @param repliesPer10Minutes most texts to one number in ten minutes
     * @param witnessed whether somebody looked into the database at each promise and each submission
     */
    record Terms(
            int doubles, int copies, boolean settled, boolean answered, int repliesPer10Minutes, boolean witnessed) {}

    private Checker(List<HistoryEvent> history, Books books, Terms terms) {
        this.history = history;
        this.books = books;
        this.terms = terms;
    }

    /** Everything that is wrong; empty when every promise was kept. */
    static List<Finding> check(List<HistoryEvent> history, Books books, Terms terms) {
        Checker checker = new Checker(history, books, terms);
        checker.inbox();
        checker.tickets();
        checker.commits();
        checker.outbox();
        checker.sums();
        return checker.findings;
    }

    private void found(Kind kind, String invariant, String what) {
        findings.add(new Finding(kind, invariant, what));
    }

    private Set<String> tokens(HistoryEvent.Kind... kinds) {
        Set<HistoryEvent.Kind> wanted = Set.of(kinds);
        return history.stream()
                .filter(event -> wanted.contains(event.kind()))
                .map(HistoryEvent::token)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> promised() {
        return history.stream()
                .filter(HistoryEvent::promises)
                .map(HistoryEvent::token)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** I1: each message once, as it was sent, whole and read. */
    private void inbox() {
        Map<String, Integer> held = count(books.messages().stream(), Books.Message::text);
        Set<String> spooled = new HashSet<>(books.spooled());
        Set<String> known = tokens(HistoryEvent.Kind.DELIVERED, HistoryEvent.Kind.HANDED);
        for (String token : promised()) {
            if (!held.containsKey(token) && !spooled.contains(token)) {
                found(Kind.LOST, "I1", token);
            }
        }
        held.forEach((text, copies) -> {
            if (!known.contains(text)) {
                found(Kind.WRONG, "I1", "nobody sent: " + text);
            } else if (copies > 1) {
                found(Kind.DUPLICATE, "I1", copies + " times: " + text);
            }
        });
        for (Books.Message message : books.messages()) {
            if (!message.missing().isEmpty()) {
                found(Kind.WRONG, "I1", "parts missing of message " + message.id());
            }
            if (terms.settled() && !message.state().equals("DONE")) {
                found(Kind.STUCK, "I9", "message " + message.id() + " is " + message.state());
            }
        }
        if (terms.settled()) {
            waiting();
        }
    }

    /** What still lies where it came from, though there was time to take it in. */
    private void waiting() {
        Map<String, Integer> onSim = count(of(HistoryEvent.Kind.DELIVERED), HistoryEvent::token);
        count(of(HistoryEvent.Kind.DELETED), HistoryEvent::token)
                .forEach((token, parts) -> onSim.merge(token, -parts, Integer::sum));
        onSim.forEach((token, parts) -> {
            if (parts > 0) {
                found(Kind.STUCK, "I1", "still on the SIM: " + token);
            }
        });
        Set<String> unanswered = tokens(HistoryEvent.Kind.HANDED);
        unanswered.removeAll(promised());
        unanswered.forEach(token -> found(Kind.STUCK, "I1", "still at the centre: " + token));
        books.spooled().forEach(token -> found(Kind.STUCK, "I1", "still in the spool: " + token));
    }

    /** I1: the words of a message enter one ticket once. I3: a receipt names a case that there is. */
    private void tickets() {
        Map<String, Integer> entered = count(books.sources().stream(), Checker::message);
        entered.forEach((source, entries) -> {
            if (entries > 1) {
                found(Kind.DUPLICATE, "I1", entries + " entries into tickets of " + source);
            }
        });
        books.messages().stream()
                .filter(message -> message.text().startsWith(COMPLAINT)
                        && message.missing().isEmpty())
                .filter(message -> message.state().equals("DONE") && !entered.containsKey("sms:" + message.id()))
                .forEach(message -> found(Kind.LOST, "I1", "read and in no ticket: " + message.text()));
        Set<String> held = Set.copyOf(books.tickets());
        of(HistoryEvent.Kind.SUBMITTED).forEach(text -> receipt(text, held));
    }

    private void receipt(HistoryEvent text, Set<String> held) {
        Matcher told = TOLD.matcher(text.token());
        while (told.find()) {
            if (!held.contains(told.group(1))) {
                found(Kind.WRONG, "I3", text.phone() + " was told a number that no case has: " + told.group(1));
            }
        }
    }

    /** {@code sms:ID} of {@code sms:ID:LINE}. */
    private static String message(String source) {
        return source.replaceFirst("^(sms:[0-9]+):.*", "$1");
    }

    /** I2, I3: what a witness found at the very moment of a deletion, an answer or a submission. */
    private void commits() {
        for (HistoryEvent event : history) {
            if (event.kind() == HistoryEvent.Kind.WITNESSED_STORED && event.value() < 1) {
                found(Kind.ACK_BEFORE_COMMIT, "I2", event.token());
            }
            if (event.kind() == HistoryEvent.Kind.WITNESSED_SENDING && event.value() < 1) {
                found(Kind.ACK_BEFORE_COMMIT, "I3", "to " + event.phone() + ": " + event.token());
            }
        }
        if (terms.witnessed()) {
            unseen("I2", promised(), tokens(HistoryEvent.Kind.WITNESSED_STORED));
            unseen("I3", tokens(HistoryEvent.Kind.SUBMITTED), tokens(HistoryEvent.Kind.WITNESSED_SENDING));
        }
    }

    /** A witness that looked away proves nothing. */
    private void unseen(String invariant, Set<String> said, Set<String> seen) {
        said.stream()
                .filter(token -> !seen.contains(token))
                .forEach(token -> found(Kind.WRONG, invariant, "nobody looked at the moment of: " + token));
    }

    /** I5, I10 and the bound of copies. */
    private void outbox() {
        for (Books.Text text : books.texts()) {
            if (text.state().equals("SENDING") && text.age() > LONGEST_SENDING) {
                found(Kind.STUCK, "I5", "a text is SENDING for " + text.age() + " s");
            }
        }
        Map<String, Integer> written = count(books.texts().stream(), text -> text.to() + "|" + text.text());
        Map<String, Integer> sent =
                count(of(HistoryEvent.Kind.SUBMITTED), event -> event.phone() + "|" + event.token());
        int doubled = 0;
        for (Map.Entry<String, Integer> text : sent.entrySet()) {
            int rows = written.getOrDefault(text.getKey(), 0);
            if (rows == 0) {
                found(Kind.WRONG, "I3", "sent and in no row: " + text.getKey());
            } else if (text.getValue() > terms.copies() * rows) {
                found(Kind.DUPLICATE, "P3", text.getValue() + " copies: " + text.getKey());
            }
            doubled += Math.max(0, text.getValue() - Math.max(1, rows));
        }
        if (doubled > terms.doubles()) {
            found(Kind.DUPLICATE, "P3", doubled + " texts went out twice, " + terms.doubles() + " were in flight");
        }
        perNumber(written);
    }

    /** A text that went out twice is one answer; how often it may the copies and doubles say. */
    private Stream<HistoryEvent> firstCopies(Map<String, Integer> written) {
        Map<String, Integer> sent = new HashMap<>();
        return of(HistoryEvent.Kind.SUBMITTED).filter(event -> {
            String text = event.phone() + "|" + event.token();
            return sent.merge(text, 1, Integer::sum) <= Math.max(1, written.getOrDefault(text, 0));
        });
    }

    private void perNumber(Map<String, Integer> written) {
        Map<String, List<HistoryEvent>> numbers =
                firstCopies(written).collect(Collectors.groupingBy(HistoryEvent::phone, Collectors.toList()));
        numbers.forEach((phone, texts) -> {
            for (HistoryEvent text : texts) {
                long near = texts.stream()
                        .filter(other -> other.at() >= text.at() && other.at() - text.at() < TEN_MINUTES)
                        .count();
                if (near > terms.repliesPer10Minutes()) {
                    found(Kind.WRONG, "I10", near + " texts to " + phone + " in ten minutes");
                    return;
                }
            }
        });
        if (terms.settled() && terms.answered() && !books.messages().isEmpty()) {
            int unsent = (int) books.texts().stream()
                    .filter(text -> text.state().equals("NEW") || text.state().equals("SENDING"))
                    .count();
            if (unsent > 0) {
                found(Kind.STUCK, "I9", unsent + " texts are not sent");
            }
        }
    }

    /** I4, I6 to I9. */
    private void sums() {
        books.unopened().forEach(place -> found(Kind.WRONG, "I7", "does not open: " + place));
        books.readable().forEach(table -> found(Kind.WRONG, "I8", "a citizen's number or words unsealed in " + table));
        if (books.deadCalls() > 0) {
            found(Kind.STUCK, "I6", books.deadCalls() + " calls are open whose channel is dead");
        }
        books.auditFaults().forEach(fault -> found(Kind.WRONG, "I4", fault));
        int in = books.messages().size() + books.quarantined() + books.spooled().size();
        int handed = promised().size();
        if (in < handed) {
            found(Kind.LOST, "I9", handed + " came in, " + in + " are accounted for");
        }
        if (books.quarantined() > 0) {
            found(Kind.WRONG, "I9", books.quarantined() + " readable messages were given to a person");
        }
        if (terms.settled() && terms.answered()) {
            answers();
        }
    }

    /** Each number has an answer to each message, as far as the limit for one number goes. */
    private void answers() {
        Map<String, Integer> answered = count(books.texts().stream(), Books.Text::to);
        count(books.messages().stream(), Books.Message::from).forEach((phone, wrote) -> {
            int answers = answered.getOrDefault(phone, 0);
            if (answers < Math.min(wrote, terms.repliesPer10Minutes())) {
                found(Kind.LOST, "I9", wrote + " messages of " + phone + ", " + answers + " answers");
            }
        });
    }

    private Stream<HistoryEvent> of(HistoryEvent.Kind kind) {
        return history.stream().filter(event -> event.kind() == kind);
    }

    private static <T> Map<String, Integer> count(Stream<T> things, Function<T, String> name) {
        Map<String, Integer> counts = new HashMap<>();
        things.forEach(thing -> counts.merge(name.apply(thing), 1, Integer::sum));
        return new TreeMap<>(counts);
    }

    /**
     * {@code FOLDER JDBC-URL USER PASSWORD VAR DOUBLES COPIES [running]}: prints what is wrong; exit code 1 when anything is.
     * {@code running} for a run that was cut off: what still waits is no fault then.
     */
    public static void main(String[] words) throws Exception {
        boolean settled = words.length < 8;
        Books books = BookReader.read(new BookReader.Database(words[1], words[2], words[3]), Path.of(words[4]));
        Terms terms = new Terms(Integer.parseInt(words[5]), Integer.parseInt(words[6]), settled, settled, 5, false);
        List<Finding> findings = check(Histories.read(Path.of(words[0])), books, terms);
        System.out.println(
                books.messages().size() + " messages, " + books.texts().size() + " texts");
        findings.forEach(System.out::println);
        System.out.println(findings.size() + " findings");
        System.exit(findings.isEmpty() ? 0 : 1);
    }
}
