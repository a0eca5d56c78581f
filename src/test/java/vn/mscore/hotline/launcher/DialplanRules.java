package vn.mscore.hotline.launcher;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a dialplan may say: the rules of R21, R23, R26 and security.md rows 110 and 175, by name. */
final class DialplanRules {
    private static final Set<String> APPLICATIONS = Set.of(
            "Set",
            "Goto",
            "GotoIf",
            "Gosub",
            "Return",
            "Ringing",
            "Wait",
            "Answer",
            "Playback",
            "Hangup",
            "AGI",
            "Queue",
            "Record",
            "UserEvent",
            "Dial");
    private static final Set<String> FUNCTIONS =
            Set.of("FILTER", "LEN", "CALLERID", "GROUP", "GROUP_COUNT", "STAT", "CHANNEL");
    private static final String ONLY_FILE = "Set(FILE(${HOTLINE_KEPT})=)";
    private static final Pattern ONLY_KEPT = Pattern.compile(
            "Set\\(HOTLINE_KEPT=(?:(?:@recordings@|/[A-Za-z0-9._/-]+)/fallback-\\$\\{UNIQUEID\\}-(?:sealed|\\$\\{HOTLINE_CALLER\\})\\.wav)?\\)");
    private static final String ONLY_DIAL = "Dial(PJSIP/${HOTLINE_NUMBER}@trunk,45)";
    private static final String ONLY_PLACE = "Set(HOTLINE_PLACE=${FILTER(0-9,${QUEUEPOSITION})})";
    private static final List<String> HIDDEN =
            List.of("Set(CALLERID(num-pres)=prohib)", "Set(CALLERID(name-pres)=prohib)");
    private static final Pattern APPLICATION = Pattern.compile("([A-Za-z]+)\\(.*");
    private static final Pattern FUNCTION = Pattern.compile("\\b([A-Z_]{2,})\\(");
    private static final Pattern TARGET = Pattern.compile("\\b([a-z-]+),[a-z0-9]+,1\\)|\\b([a-z-]+),s,1\\b");
    private static final Pattern CALLER =
            Pattern.compile("(?<!FILTER\\(\\+,)(?<!FILTER\\(0-9,)(?<!LEN\\()\\$\\{CALLERID\\(");
    private static final List<String> OPEN = List.of("trunk", "operators", "queue-keys");

    private DialplanRules() {}

    /** Each rule as what it finds wrong. */
    static Map<String, List<String>> findings(Conf plan) {
        return Map.ofEntries(
                entry("application not on the list", steps(plan, line -> !APPLICATIONS.contains(application(line)))),
                entry("function not on the list", steps(plan, DialplanRules::strangeFunction)),
                entry("file but that of the fallback", steps(plan, DialplanRules::strangeFile)),
                entry("Dial but the one of the bridge", steps(plan, DialplanRules::strangeDial)),
                entry(
                        "bridge within a caller's reach",
                        reachable(plan).contains("bridge") || reachable(plan).contains("outbound")
                                ? List.of("[bridge] or [outbound] from " + OPEN)
                                : List.of()),
                entry("extension that is a pattern or special", extensions(plan)),
                entry("include or switch", lines(plan, line -> line.key().matches("include|switch|eswitch|lswitch"))),
                entry("caller's value unfiltered", steps(plan, DialplanRules::unfiltered)),
                entry("AGI to a stranger or without secret", steps(plan, DialplanRules::strangeAgi)),
                entry("AGISTATUS or unwatched gateway", unwatched(plan)),
                entry("call that takes no line, or keeps one", uncounted(plan)),
                entry("queue left without the place in it", unplaced(plan)),
                entry("queue that shows operators the number", shown(plan)),
                entry("sound that is not packed", steps(plan, DialplanRules::strangeSound)),
                entry("Record that loses what was said", records(plan)));
    }

    private static List<String> steps(Conf plan, Predicate<Conf.Line> wrong) {
        return plan.steps().filter(wrong).map(Conf.Line::toString).toList();
    }

    private static List<String> lines(Conf plan, Predicate<Conf.Line> wrong) {
        return plan.lines().stream().filter(wrong).map(Conf.Line::toString).toList();
    }

    private static String application(Conf.Line line) {
        Matcher matcher = APPLICATION.matcher(line.value());
        return matcher.matches() ? matcher.group(1) : line.value();
    }

    private static boolean strangeFunction(Conf.Line line) {
        String inside = line.value().replaceFirst("^AGI\\(", "").replace(ONLY_FILE, "");
        return FUNCTION.matcher(inside).results().anyMatch(found -> !FUNCTIONS.contains(found.group(1)));
    }

    /** One file may be written by the plan itself, empty, and only under the name that a recording would have. */
    private static boolean strangeFile(Conf.Line line) {
        boolean elsewhere = line.value().contains("FILE(")
                && !(line.section().equals("recorded") && line.value().equals(ONLY_FILE));
        boolean otherwise = line.value().startsWith("Set(HOTLINE_KEPT=")
                && !ONLY_KEPT.matcher(line.value()).matches();
        boolean recorded = application(line).equals("Record") && !line.value().startsWith("Record(${HOTLINE_KEPT},");
        return elsewhere || otherwise || recorded;
    }

    private static boolean strangeDial(Conf.Line line) {
        return application(line).equals("Dial")
                && !(line.section().equals("bridge") && line.value().equals(ONLY_DIAL));
    }

    /** Contexts a caller can come to from {@link #OPEN}. */
    private static Set<String> reachable(Conf plan) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(OPEN);
        while (!next.isEmpty()) {
            String context = next.poll();
            if (found.add(context)) {
                plan.lines().stream()
                        .filter(line -> line.section().equals(context))
                        .flatMap(line -> targets(line.value()))
                        .forEach(next::add);
            }
        }
        return found;
    }

    private static Stream<String> targets(String value) {
        return TARGET
                .matcher(value)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList()
                .stream();
    }

    private static List<String> extensions(Conf plan) {
        return lines(
                plan,
                line -> line.key().equals("exten")
                        && !line.value().split(",")[0].matches("s|5|main|survey|hotline|[0-9]{3,15}|@number@"));
    }

    private static boolean unfiltered(Conf.Line line) {
        String value = line.value();
        return value.contains("${EXTEN")
                || value.contains("${CALLERID(name")
                || value.contains("${CALLERID(all")
                || (CALLER.matcher(value).find());
    }

    private static boolean strangeAgi(Conf.Line line) {
        return application(line).equals("AGI")
                && !line.value()
                        .matches("AGI\\((@agi@|agi://127\\.0\\.0\\.1:[0-9]+)/(main|queue-callback|survey),"
                                + "(@agi\\.secret@|[A-Za-z0-9]{24,})(,\\$\\{HOTLINE_REFERENCE\\},\\$\\{HOTLINE_NUMBER\\}"
                                + "(,\\$\\{HOTLINE_LANE\\})?)?\\)");
    }

    private static List<String> unwatched(Conf plan) {
        List<String> found = lines(plan, line -> line.value().contains("AGISTATUS"));
        List<Conf.Line> steps = plan.steps().toList();
        Stream<String> unasked = IntStream.range(0, steps.size())
                .filter(at -> application(steps.get(at)).equals("AGI") && !isWatched(steps, at))
                .mapToObj(at -> steps.get(at).toString());
        return Stream.concat(found.stream(), unasked).toList();
    }

    /** No verdict from before, asked whether it lives, and then asked for its verdict. */
    private static boolean isWatched(List<Conf.Line> steps, int agi) {
        List<String> before = steps.subList(Math.max(0, agi - 3), agi).stream()
                .filter(line -> line.section().equals(steps.get(agi).section()))
                .map(Conf.Line::value)
                .toList();
        return before.equals(List.of(
                        "Set(HOTLINE_VERDICT=)", "Gosub(alive,s,1)", "GotoIf($[${HOTLINE_ALIVE} = 0]?fallback,s,1)"))
                && agi + 1 < steps.size()
                && steps.get(agi + 1).value().equals("Goto(verdict,s,1)");
    }

    /** Calls that come and calls that are ordered count as lines taken; who is sent away does not. */
    private static List<String> uncounted(Conf plan) {
        return Stream.of(
                        "entry/Set(GROUP(hotline)=calls)",
                        "order/Set(GROUP(hotline)=calls)",
                        "full/Set(GROUP(hotline)=)")
                .filter(wanted -> plan.steps().noneMatch(line -> wanted.equals(line.section() + "/" + line.value())))
                .toList();
    }

    /** Who leaves the queue for a call-back and comes back stands where it stood. */
    private static List<String> unplaced(Conf plan) {
        List<Conf.Line> steps = plan.steps().toList();
        return IntStream.range(0, steps.size())
                .filter(at -> steps.get(at).value().equals("Goto(callback,s,1)"))
                .filter(at -> at == 0 || !steps.get(at - 1).value().endsWith(ONLY_PLACE))
                .mapToObj(at -> steps.get(at).toString())
                .toList();
    }

    /** What is hidden just before is hidden on every telephone that rings. */
    private static List<String> shown(Conf plan) {
        List<Conf.Line> steps = plan.steps().toList();
        return IntStream.range(0, steps.size())
                .filter(at -> application(steps.get(at)).equals("Queue"))
                .filter(at -> !values(steps.subList(Math.max(0, at - 2), at)).equals(HIDDEN))
                .mapToObj(at -> steps.get(at).toString())
                .toList();
    }

    private static List<String> values(List<Conf.Line> steps) {
        return steps.stream().map(Conf.Line::value).toList();
    }

    private static boolean strangeSound(Conf.Line line) {
        return application(line).equals("Playback")
                && !line.value().matches("Playback\\((@sounds@|hotline/vi)/[a-z0-9-]+\\)");
    }

    private static List<String> records(Conf plan) {
        return steps(
                plan,
                line -> application(line).equals("Record")
                        && (!keeps(line) || !announced(plan, line) || !asked(plan, line)));
    }

    /** Whether it failed is asked before anybody is thanked. */
    private static boolean asked(Conf plan, Conf.Line record) {
        return plan.steps()
                .dropWhile(line -> !line.value().equals(record.value()))
                .skip(1)
                .findFirst()
                .filter(line -> line.value().startsWith("GotoIf($[\"${RECORD_STATUS}\" = \"ERROR\""))
                .isPresent();
    }

    private static boolean keeps(Conf.Line line) {
        return line.value().matches(".*,[0-9]+,[0-9]+,[a-z]*k[a-z]*\\)");
    }

    private static boolean announced(Conf plan, Conf.Line record) {
        return plan.steps()
                .takeWhile(line -> line != record && !line.value().equals(record.value()))
                .anyMatch(line ->
                        line.section().equals(record.section()) && line.value().contains("hangup_handler_push"));
    }
}
