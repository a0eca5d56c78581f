package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.FormsOfPages.Form;

/**
 * Puts strange words into every field of the forms that somebody's pages show, one field at a time, the others filled with
 * what stood there. What is refused is tried again where the same form stands on other pages.
 */
final class StrangeForms {
    private static final int TRIES = 3;

    /** They end a session, for everybody who comes after. */
    private static final Pattern LEFT_OUT = Pattern.compile("/console/(log(in|out)|account/|step-up).*");

    private static final Pattern AWAY = Pattern.compile(".*/console/(login|step-up).*");

    private static final Pattern FAULT =
            Pattern.compile("(?s)class=\"[^\"]*\\b(?:fault|notice)\\b[^\"]*\"[^>]*>(.*?)</p>");

    private final List<String> words;
    private final Check check;
    private final Afresh afresh;
    private final TreeSet<String> taken = new TreeSet<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final TreeSet<String> fields = new TreeSet<>();
    private final Map<String, String> said = new TreeMap<>();
    private final Map<String, TreeSet<String>> written = new TreeMap<>();
    private final TreeSet<String> shown = new TreeSet<>();
    private int sent;

    /** {@code words}: the first goes into every field, all of them into those in which one writes. */
    StrangeForms(List<String> words, Check check, Afresh afresh) {
        this.words = words;
        this.check = check;
        this.afresh = afresh;
    }

    /**
     * How a deed is undone, so that it can be done with the next word.
     *
     * @param again puts things back to how they stood
     * @param ticket what is named where a case must be named
     * @param pages where what was written may show before it is put back
     */
    record Afresh(Runnable again, String ticket, Collection<String> pages) {}

    /** What is asked of every answer. */
    @FunctionalInterface
    interface Check {
        void of(String where, Answer answer);
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    /** Who wrote where: {@code OPERATOR POST /console/enter text}. */
    TreeSet<String> fields() {
        return fields;
    }

    /** The fields in which one writes freely, each with the words that were written into it, whatever became of them. */
    Map<String, TreeSet<String>> written() {
        return written;
    }

    /** Those of {@link #fields} that took at least one of the words. */
    TreeSet<String> taken() {
        return taken.stream().map(key -> key.replaceAll(" \\d+$", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields in which one writes freely that took none, by whomever: {@code POST /console/enter phone}. */
    TreeSet<String> untaken() {
        TreeSet<String> untaken = places(written.keySet());
        untaken.removeAll(places(taken()));
        return untaken;
    }

    /** Those whose words stood on a page of who wrote them before they were put back. */
    TreeSet<String> shown() {
        return places(shown);
    }

    /** The fields in which one writes freely, whoever does. */
    static TreeSet<String> places(Collection<String> fields) {
        return fields.stream()
                .map(where -> where.replaceFirst("^\\w+ ", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All forms of a page, as {@code caller} sees it. */
    void fill(String who, Caller caller, String path) throws IOException, InterruptedException {
        List<Form> forms = forms(caller, path);
        for (int place = 0; place < forms.size(); place++) {
            // A form before this one may have changed the version that this one was written for.
            Optional<Form> form = again(caller, path, forms.get(place));
            for (Attempt attempt : attempts(who, forms.get(place))) {
                if (form.isPresent() && send(caller, form.get(), attempt)) {
                    look(caller, path, attempt);
                    afresh.again().run();
                    form = again(caller, path, form.get());
                }
            }
        }
    }

    /**
     * One word in one field.
     *
     * @param whole as it is in the list of words; null where one does not write freely
     * @param word as much of it as the field takes
     */
    private record Attempt(String key, String where, String field, String whole, String word) {}

    private List<Form> forms(Caller caller, String path) throws IOException, InterruptedException {
        Answer page = caller.get(path);
        return page.status() == 200 ? FormsOfPages.of(path, page.body()) : List.of();
    }

    /** The form as the page shows it now: what was done may have changed its version, or taken it away. */
    private Optional<Form> again(Caller caller, String path, Form form) throws IOException, InterruptedException {
        return forms(caller, path).stream()
                .filter(one -> one.verb().equals(form.verb())
                        && one.action().equals(form.action())
                        && one.typed().equals(form.typed()))
                .findFirst();
    }

    private List<Attempt> attempts(String who, Form form) {
        List<Attempt> attempts = new ArrayList<>();
        boolean deed = form.verb().equals("POST") && form.typed().isEmpty();
        if (deed || LEFT_OUT.matcher(form.action()).matches()) {
            return attempts;
        }
        for (String field : form.fields().keySet()) {
            String where = who + " " + form.verb() + " " + form.place() + " " + field;
            int longest = form.typed().getOrDefault(field, 0);
            for (int i = 0; i < (longest > 0 ? words.size() : 1) && !field.equals("csrf"); i++) {
                String word = words.get(i);
                attempts.add(new Attempt(
                        where + " " + i,
                        where,
                        field,
                        longest > 0 ? word : null,
                        longest > 0 && longest < word.length() ? word.substring(0, longest) : word));
            }
        }
        return attempts;
    }

    /** Whether something has changed. */
    private boolean send(Caller caller, Form form, Attempt attempt) throws IOException, InterruptedException {
        if (taken.contains(attempt.key()) || refused.getOrDefault(attempt.key(), 0) >= TRIES) {
            return false;
        }
        // With everything filled in, else with as little as the page lets one send.
        boolean done = took(caller, form, attempt, form.with(attempt.field(), attempt.word()))
                || took(caller, form, attempt, form.bare(attempt.field(), attempt.word()));
        if (!done) {
            refused.merge(attempt.key(), 1, Integer::sum);
            return false;
        }
        taken.add(attempt.key());
        return form.verb().equals("POST");
    }

    /** The words still stand where they were written: on the page with the form, those above it and those below it. */
    private void look(Caller caller, String path, Attempt attempt) throws IOException, InterruptedException {
        if (attempt.whole() == null || !StrangeWords.tells(attempt.whole())) {
            return;
        }
        for (String page : afresh.pages()) {
            if (path.equals(page) || path.startsWith(page + "/") || page.startsWith(path + "/")) {
                Answer answer = caller.get(page);
                check.of(attempt.where() + " on " + page, answer);
                if (StrangeWords.isShown(attempt.word(), answer.body())) {
                    shown.add(attempt.where());
                }
            }
        }
    }

    private boolean took(Caller caller, Form form, Attempt attempt, Map<String, String> filled)
            throws IOException, InterruptedException {
        filled.remove("csrf");
        filled.replaceAll((field, value) -> value.equals(FormsOfPages.TICKET) ? afresh.ticket() : value);
        if (!attempt.field().equals("login")) {
            filled.computeIfPresent("login", (field, before) -> "nguoi." + sent);
        }
        Answer answer = form.verb().equals("POST")
                ? caller.post(form.action(), filled)
                : caller.get(form.action() + query(form, filled));
        sent++;
        fields.add(attempt.where());
        if (attempt.whole() != null) {
            written.computeIfAbsent(attempt.where(), where -> new TreeSet<>()).add(attempt.whole());
        }
        check.of(attempt.where(), answer);
        // Sent away to sign in or for a code, nothing was taken.
        boolean no = answer.status() >= 400 || AWAY.matcher(answer.location()).matches();
        if (no) {
            said.merge(attempt.where(), answer.status() + " " + fault(answer.body()), StrangeForms::both);
        }
        return !no;
    }

    /** The last two: of the full form and of the bare one. */
    private static String both(String before, String now) {
        return before.replaceFirst(".* \\| ", "") + " | " + now;
    }

    private static String fault(String body) {
        Matcher found = FAULT.matcher(body);
        return found.find() ? found.group(1).replaceAll("<[^>]*>|\\s+", " ").strip() : "";
    }

    /** What was said to who wrote into a field that took nothing. */
    String said(String place) {
        return said.entrySet().stream()
                .filter(one -> one.getKey().endsWith(" " + place))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String query(Form form, Map<String, String> filled) {
        return (form.action().contains("?") ? "&" : "?")
                + filled.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
