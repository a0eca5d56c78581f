package vn.mscore.hotline.house;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;
import vn.mscore.hotline.report.PublicFigures.Quarter;

/** Everything that people of the offices can read without naming a case: pages, searches, and files to take away. */
final class Crawl {
    /** Live by their nature: the flow of all mail, and the trail of our own reading. They are searched, not compared. */
    private static final Pattern LIVE = Pattern.compile("/console/(lines.*|audit.*|account|stay|stream)");

    private static final List<String> FORMATS = List.of("CSV", "XLSX");

    /** Of the leader's page. */
    private static final List<String> TABLES = List.of("HOLDERS", "DOSSIERS", "CASES", "SCORES");

    private final Map<String, Caller> callers;
    private final List<String> looks;
    private final Consumer<String> heard;

    /** {@code looks} are typed into every search box; {@code heard} is told the body of every answer. */
    Crawl(Map<String, Caller> callers, List<String> looks, Consumer<String> heard) {
        this.callers = callers;
        this.looks = looks;
        this.heard = heard;
    }

    /** Reads everything as everybody; pages of a case are those of {@code open}. */
    Map<String, Answer> everything(String open) throws IOException, InterruptedException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (Address address : Screens.declared()) {
                if (address.verb().equals("GET")
                        && !LIVE.matcher(address.path()).matches()) {
                    note(
                            answers,
                            caller.getKey() + " " + address.with(open),
                            caller.getValue().get(address.with(open)));
                }
            }
            for (Question question : questions()) {
                note(
                        answers,
                        caller.getKey() + " " + question,
                        caller.getValue().post(question.path, question.fields));
            }
        }
        return answers;
    }

    private void note(Map<String, Answer> answers, String where, Answer answer) {
        heard.accept(answer.body());
        answers.put(where, answer);
    }

    private record Question(String path, Map<String, String> fields) {}

    private List<Question> questions() {
        List<Question> all = new ArrayList<>(files());
        for (String typed : looks) {
            all.add(new Question("/console/search", Map.of("q", typed)));
            all.add(new Question("/console/queue", Map.of("group", "ALL", "text", typed)));
            all.add(new Question("/console/queue/export", Map.of("group", "ALL", "text", typed, "format", "CSV")));
        }
        return all;
    }

    /** Every table that leaves as a file, in every format. */
    private static List<Question> files() {
        List<Question> all = new ArrayList<>();
        Quarter last = Quarter.before(LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(7)));
        for (String format : FORMATS) {
            all.add(new Question("/console/queue/export", Map.of("group", "ALL", "format", format)));
            for (String table : TABLES) {
                all.add(new Question("/console/leader/export", Map.of("what", table, "format", format)));
            }
            for (Quarter quarter : List.of(last, Quarter.before(last.first()))) {
                all.add(new Question("/console/figures", Map.of("quarter", quarter.code(), "format", format)));
            }
        }
        return all;
    }

    /** Where two readings differ, and where each time the difference begins. */
    static List<String> differences(Map<String, Answer> one, Map<String, Answer> other) {
        return one.keySet().stream()
                .filter(where ->
                        !one.get(where).plain("-").equals(other.get(where).plain("-")))
                .map(where -> where + ": "
                        + firstDifference(
                                one.get(where).plain("-"), other.get(where).plain("-")))
                .toList();
    }

    private static String firstDifference(String one, String other) {
        int at = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()));
        String before = one.substring(Math.max(0, at - 60), at);
        return before + " [" + one.substring(at).lines().findFirst().orElse("") + "] or ["
                + other.substring(at).lines().findFirst().orElse("") + "]";
    }
}
