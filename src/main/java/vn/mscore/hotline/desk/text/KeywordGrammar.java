package vn.mscore.hotline.desk.text;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.text.Keywords.Group;
import vn.mscore.hotline.desk.text.Keywords.Match;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.shared.TicketNumber;

/** Turns a citizen's text into an order (domain 5.2). Pure: the same text on the same day is the same order. */
final class KeywordGrammar {
    private static final int FREE_WORDS = 4;
    private static final Pattern GLUED = Pattern.compile("([A-Z]{2,9})([-./]?)([A-Z]?[0-9].*)");
    private static final Set<Group> FRAMES = EnumSet.of(Group.SERVICE, Group.COMPOSE, Group.NOT);
    private static final Set<Group> COMMANDS = EnumSet.range(Group.TC, Group.NOT);
    private static final Set<String> TICKET_NAMES = Set.of("PHIEU", "MA", "SO", "DON");

    private final Keywords keywords;
    private final CodeOrders codes;
    private final AnswerWords answers;

    KeywordGrammar(List<String> keywordRows, CodeReader reader) {
        keywords = new Keywords(keywordRows);
        answers = new AnswerWords(keywords);
        codes = new CodeOrders(reader, keywords, answers);
    }

    /** Reads a text; {@code open} is the kind of the question this number has not answered yet. */
    Order read(String text, LocalDate today, Optional<Question.Kind> open) {
        Words all = Words.of(text);
        if (all.isForeignScript()) {
            return Order.of(Verb.FOREIGN, all.whole());
        }
        if (isMachine(all)) {
            return Order.of(Verb.MACHINE, all.whole());
        }
        Words words = withoutSendTo(withoutFrame(all));
        if (words.size() == 0) {
            return Order.of(all.whole().isEmpty() || all.size() == 0 ? Verb.HELP : Verb.UNKNOWN, "");
        }
        Optional<Order> answer = open.flatMap(kind -> answers.read(words, kind));
        if (answer.isPresent()) {
            return answer.get();
        }
        Optional<Order> bare = codes.bare(words, today);
        if (bare.isPresent()) {
            return bare.get();
        }
        Order order = keywords.find(words, COMMANDS)
                .or(() -> keywords.find(unglued(words), COMMANDS))
                .map(match -> command(match, match.length() > words.size() ? words : behind(words, match), today))
                .filter(read -> read.verb() != Verb.UNKNOWN)
                .orElseGet(() -> free(words, today));
        return open.filter(kind -> kind == Question.Kind.FEEDBACK_TEXT && isContent(order, words))
                .map(kind -> withCodeInside(Order.of(Verb.CONTENT, all.whole()), words, today))
                .orElse(order);
    }

    /**
     * Whether it is nothing but a no, which may be the verdict on an answer although that question is not open.
     *
     * @param asked whether another question is
     */
    boolean isLoneNo(String text, boolean asked) {
        Words words = withoutSendTo(withoutFrame(Words.of(text)));
        return words.size() > 0 && answers.isLoneNo(words, asked);
    }

    private Words behind(Words words, Match match) {
        return keywords.find(words, COMMANDS).isPresent()
                ? words.from(match.length())
                : unglued(words).from(match.length());
    }

    /** The awaited words, unless they are plainly a command of their own. */
    private boolean isContent(Order order, Words words) {
        return switch (order.verb()) {
            case LOOKUP -> order.code().isEmpty() || !codes.isPolite(Words.of(order.words()));
            case SCORE, VIEW, MORE, WITHDRAW ->
                order.code().isEmpty() && order.ticket().isEmpty();
            case OPT_OUT, OPT_IN, LANGUAGE, CALLBACK, HELP, LIST_OWN -> words.size() > 2;
            case FEEDBACK, SUGGESTION, COMPLAINT, SUGGESTION_OR_COMPLAINT, DENOUNCE, DATA, MIXED -> false;
            default -> true;
        };
    }

    private Order command(Match match, Words rest, LocalDate today) {
        String own = rest.own(0);
        return switch (match.group()) {
            case TC -> codes.tc(rest, today);
            case LOOKUP -> codes.lookup(rest, today);
            case DOSSIER -> codes.dossier(rest, today);
            case SCORE -> codes.score(rest, today, true);
            case SCORE_OR_LATE -> codes.score(rest, today, false);
            case FEEDBACK -> withCodeInside(Order.of(Verb.FEEDBACK, own), rest, today);
            case SUGGESTION -> withCodeInside(Order.of(Verb.SUGGESTION, own), rest, today);
            case COMPLAINT -> withCodeInside(Order.of(Verb.COMPLAINT, own), rest, today);
            case KN -> withCodeInside(Order.of(Verb.SUGGESTION_OR_COMPLAINT, own), rest, today);
            case DENOUNCE -> withCodeInside(Order.of(Verb.DENOUNCE, own), rest, today);
            case VIEW -> codes.view(rest, today);
            case MORE -> ticketAndWords(Verb.MORE, rest);
            case WITHDRAW -> ticketAndWords(Verb.WITHDRAW, rest);
            case CALLBACK -> Order.of(Verb.CALLBACK, own);
            case LANGUAGE -> Order.of(Verb.LANGUAGE, rest.normal(0).replace(" ", ""));
            case OPT_OUT -> Order.of(Verb.OPT_OUT, own);
            case OPT_IN -> Order.of(Verb.OPT_IN, own);
            case DATA -> Order.of(Verb.DATA, own);
            case HELP -> Order.of(Verb.HELP, own);
            default -> Order.of(Verb.UNKNOWN, own);
        };
    }

    private static Order ticketAndWords(Verb verb, Words all) {
        int names = 0;
        while (names < 2 && TICKET_NAMES.contains(all.at(names))) {
            names++;
        }
        Words rest = all.at(names).matches("[0-9]{4,8}") ? all.from(names) : all;
        for (int taken = 1; taken <= Math.min(4, rest.size()); taken++) {
            String digits = String.join("", rest.list(0).subList(0, taken)).replaceAll("[./-]", "");
            Optional<TicketNumber> ticket = TicketNumber.parse(digits);
            if (ticket.isPresent() || verb == Verb.MORE && isBeforeACode(digits, rest.from(taken))) {
                return Order.of(verb, rest.own(taken))
                        .withTyped(ticket.isPresent() ? "" : digits)
                        .withTicket(ticket);
            }
        }
        boolean meant = rest.size() == 0 || rest.at(0).matches("[0-9]+");
        return Order.of(meant && rest.letters(0) < FREE_WORDS ? verb : Verb.UNKNOWN, rest.own(0));
    }

    /** Whether this is a mistyped ticket number with a receipt code behind it. */
    private static boolean isBeforeACode(String ticket, Words rest) {
        return ticket.matches("[0-9]{8}") && rest.normal(0).matches("[0-9](?:[ ./-]?[0-9]){7}(?![0-9]).*");
    }

    private Order free(Words words, LocalDate today) {
        if (TicketNumber.parse(words.at(0)).isPresent() && words.at(1).matches("[0-9]{8}")) {
            return ticketAndWords(Verb.MORE, words);
        }
        Order alone = ticketAndWords(Verb.VIEW, words);
        if (alone.ticket().isPresent()
                && alone.words().isEmpty()
                && !words.normal(0).contains("/")) {
            return alone;
        }
        Optional<Order> polite = codes.polite(words, today);
        if (polite.isPresent()) {
            return polite.get();
        }
        boolean kept = words.letters(0) >= FREE_WORDS;
        return kept
                ? withCodeInside(Order.of(Verb.FREE, words.whole()), words, today)
                : Order.of(Verb.UNKNOWN, words.whole());
    }

    private Order withCodeInside(Order order, Words words, LocalDate today) {
        if (words.normal(0).equals("NOI DUNG")) {
            return order.saying("");
        }
        return order.withCode(codes.inside(words, today), Optional.empty());
    }

    /** Leaves out service names and "soạn", when something is left behind them. */
    private Words withoutFrame(Words words) {
        Words rest = words;
        for (int i = 0; i < 3; i++) {
            Optional<Match> frame = keywords.find(rest, FRAMES);
            if (frame.isEmpty() || rest.size() <= frame.get().length()) {
                return rest;
            }
            Words behind = rest.from(frame.get().length());
            boolean goesOn = keywords.find(behind, COMMANDS).isPresent()
                    || keywords.find(behind, FRAMES).isPresent()
                    || codes.startsWithCode(behind);
            if (!goesOn
                    || frame.get().group() == Group.SERVICE
                            && codes.startsWithCode(behind)
                            && rest.at(0).equals("MSCORE")) {
                return rest;
            }
            rest = behind;
        }
        return rest;
    }

    /** Leaves out "gửi 8088" at the end. */
    private static Words withoutSendTo(Words words) {
        return words.size() > 2 && endsWithSendTo(words) ? words.withoutLast(2) : words;
    }

    private static boolean endsWithSendTo(Words words) {
        int size = words.size();
        return words.at(size - 2).equals("GUI") && words.at(size - 1).matches("[1-9][0-9]{3}");
    }

    /** {@code CD8}, {@code TC-H50...}: a keyword and a number written together. */
    private Words unglued(Words words) {
        Matcher glued = GLUED.matcher(words.at(0));
        if (!glued.matches()) {
            return words;
        }
        for (int length = glued.group(1).length(); length > 1; length--) {
            Words cut = words.split(
                    length, length == glued.group(1).length() ? glued.group(2).length() : 0);
            if (keywords.find(cut, COMMANDS)
                    .filter(match -> match.length() == 1)
                    .isPresent()) {
                return cut;
            }
        }
        return words;
    }

    private boolean isMachine(Words words) {
        String text = words.normal(0);
        return keywords.list(Group.MACHINE).stream().anyMatch(sentence -> isLike(text, sentence));
    }

    private static boolean isLike(String text, String sentence) {
        return sentence.endsWith("*")
                ? text.startsWith(sentence.substring(0, sentence.length() - 1))
                : text.equals(sentence);
    }
}
