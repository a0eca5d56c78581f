package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.shared.Language;

/** Lets a citizen choose one of several own dossiers: as many as one part of a text holds. */
@Singleton
class ChoiceList {
    private static final int MOST = 9;
    private static final int ONE_PART = 160;
    private static final int THREE_WIDE_PARTS = 201;
    private static final Duration OPEN = Duration.ofHours(72);

    private final Phrases phrases;
    private final CitizenLines lines;

    @Inject
    ChoiceList(Phrases phrases, CitizenLines lines) {
        this.phrases = phrases;
        this.lines = lines;
    }

    /** Asks which of {@code own} to look up. */
    Reply toLookUp(List<Standing> own, Caller caller) {
        List<String> items = new ArrayList<>();
        for (Standing standing : own) {
            items.add(phrases.word(
                    "list.item",
                    caller.language(),
                    Map.of(
                            "number", Integer.toString(items.size() + 1),
                            "short", standing.code().shortForm(),
                            "standing", standing(standing, caller.language()))));
        }
        List<DossierCode> codes = own.stream().map(Standing::code).toList();
        return ask("T29", new Choices(Question.Kind.CHOOSE_DOSSIER, "", items, codes), caller);
    }

    /** Asks which of {@code codes} gets the mark. */
    Reply toScore(List<DossierCode> codes, int points, Caller caller) {
        List<String> items = new ArrayList<>();
        for (DossierCode code : codes) {
            items.add(phrases.word(
                    "list.code",
                    caller.language(),
                    Map.of("number", Integer.toString(items.size() + 1), "short", code.shortForm())));
        }
        return ask("T60", new Choices(Question.Kind.CHOOSE_SCORED, points + " ", items, codes), caller);
    }

    private record Choices(Question.Kind kind, String before, List<String> items, List<DossierCode> codes) {
        Question question(int shown) {
            String about = codes.stream().limit(shown).map(DossierCode::value).collect(Collectors.joining(" "));
            return new Question(kind, before + about);
        }
    }

    private Reply ask(String template, Choices choices, Caller caller) {
        int shown = Math.min(MOST, choices.items().size());
        Reply reply = reply(template, choices, shown, caller);
        while (shown > 2 && !isShort(template, reply)) {
            shown--;
            reply = reply(template, choices, shown, caller);
        }
        lines.ask(caller.phone(), choices.question(shown), OPEN);
        return reply;
    }

    private boolean isShort(String template, Reply reply) {
        int room = reply.language() == Language.VI ? THREE_WIDE_PARTS : ONE_PART;
        return phrases.word(template, reply.language(), reply.values()).length() <= room;
    }

    private Reply reply(String template, Choices choices, int shown, Caller caller) {
        Map<String, String> count = Map.of("count", Integer.toString(shown));
        String numbers = phrases.word(shown == 2 ? "numbers.two" : "numbers.more", caller.language(), count);
        return caller.reply(
                template,
                Map.of(
                        "count", Integer.toString(choices.items().size()),
                        "choices", String.join("; ", choices.items().subList(0, shown)),
                        "numbers", numbers));
    }

    /** Late is the office, and not while it waits for the applicant. */
    private String standing(Standing standing, Language language) {
        boolean worked =
                switch (standing.status()) {
                    case REGISTERED, RECEIVED, PROCESSING -> true;
                    default -> false;
                };
        if (worked && standing.late()) {
            return phrases.word(
                    "list.late", language, Map.of("days", Integer.toString(Math.abs(standing.workingDays()))));
        }
        String word = phrases.word("list." + standing.status(), language);
        return standing.due()
                .filter(due -> worked)
                .map(due ->
                        phrases.word("list.due", language, Map.of("standing", word, "until", phrases.shortDay(due))))
                .orElse(word);
    }
}
