package vn.mscore.hotline.complaint.triage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Triage;

/** Suggests by the tables of words; when in doubt about secrecy, secret. */
@Singleton
public class RuleTriage implements Triage {
    private static final Pattern AMOUNT = Pattern.compile(" [0-9]+ ?(k|tr|trieu|nghin|ngan|dong|cu|d|vnd)[0-9]* ");

    private final ComplaintTables tables;
    private final NamedOfficer officers;

    /** Uses the words of {@code tables}. */
    @Inject
    public RuleTriage(ComplaintTables tables) {
        this.tables = tables;
        this.officers = new NamedOfficer(tables);
    }

    @Override
    public Suggestion suggest(String text) {
        List<String> readings = PlainWords.readings(text);
        String plain = readings.get(0);
        List<String> why = new ArrayList<>();
        boolean secret = readings.stream().anyMatch(reading -> isSecret(reading, why));
        boolean urgent = readings.stream().anyMatch(reading -> isUrgent(reading, why));
        Optional<String> officer = officers.in(text);
        officer.ifPresent(words -> why.add("officer named: " + words));
        Category best = null;
        int most = 0;
        boolean sure = false;
        for (Category category : tables.all()) {
            int weight = weight(category.secret() ? withoutHarmless(plain) : plain, category, why);
            sure = weight > most || sure && weight < most;
            best = weight > most ? category : best;
            most = Math.max(weight, most);
        }
        boolean secretField = best != null && best.secret();
        return new Suggestion(
                Optional.ofNullable(best), sure, secret || secretField, urgent, officer.isPresent(), List.copyOf(why));
    }

    private boolean isSecret(String plain, List<String> why) {
        String rest = withoutHarmless(plain);
        Optional<String> secret = found("secret", rest);
        Optional<String> officer = found("officer", rest);
        Optional<String> money = AMOUNT.matcher(rest).find() ? Optional.of("an amount") : found("money", rest);
        secret.ifPresent(words -> why.add("secret: " + words));
        boolean both = officer.isPresent() && money.isPresent();
        if (both) {
            why.add("officer and money: " + officer.get() + ", " + money.get());
        }
        return secret.isPresent() || both;
    }

    private String withoutHarmless(String plain) {
        String rest = plain;
        for (String words : tables.list("harmless")) {
            rest = rest.replace(" " + words + " ", "  ");
        }
        return rest;
    }

    private boolean isUrgent(String plain, List<String> why) {
        Optional<String> urgent = found("urgent", plain);
        urgent.ifPresent(words -> why.add("urgent: " + words));
        return urgent.isPresent();
    }

    private Optional<String> found(String list, String plain) {
        return tables.list(list).stream()
                .filter(words -> PlainWords.holds(plain, words))
                .findFirst();
    }

    /** Longer phrases weigh more: each word of each phrase found counts one. */
    private static int weight(String plain, Category category, List<String> why) {
        int weight = 0;
        for (String words : category.words()) {
            if (PlainWords.holds(plain, words)) {
                weight += words.split(" ").length;
                why.add(category.code() + ": " + words);
            }
        }
        return weight;
    }
}
