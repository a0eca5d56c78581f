package vn.mscore.hotline.desk.text;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.desk.text.AnswerWords.Points;
import vn.mscore.hotline.desk.text.Keywords.Group;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.shared.TicketNumber;

/** Orders that hold a dossier code: look-up, score, and the two readings of "TC". */
final class CodeOrders {
    /** Up to so many words behind a code need not be polite to be left aside. */
    private static final int SHORT_REST = 2;

    private static final int FREE_WORDS = 4;
    private static final Pattern LATE_PIN = Pattern.compile("[^\\p{L}\\p{Nd}]*([0-9]{4})");
    private static final Set<String> PIN_NAMES = Set.of("MA", "PIN", "MK", "MAT", "KHAU", "SO");
    private static final Set<String> TICKET_NAMES = Set.of("PHIEU", "MA", "SO");

    private final CodeReader reader;
    private final Set<String> chatter;
    private final Set<String> blanks;
    private final AnswerWords answers;

    CodeOrders(CodeReader reader, Keywords keywords, AnswerWords answers) {
        this.reader = reader;
        this.chatter = new HashSet<>(keywords.list(Group.CHATTER));
        this.blanks = new HashSet<>(keywords.list(Group.BLANKS));
        this.answers = answers;
    }

    /** Whether a code stands first. */
    boolean startsWithCode(Words words) {
        return reader.readPrefix(words.ahead(0), LocalDate.MAX).isPresent();
    }

    /** A code without a keyword is a look-up. */
    Optional<Order> bare(Words words, LocalDate today) {
        return reader.readPrefix(words.ahead(0), today).map(code -> behindCode(words, code));
    }

    /** A code among nothing but polite words is a look-up too: "Cho em hỏi hồ sơ H50... đến đâu rồi ạ". */
    Optional<Order> polite(Words words, LocalDate today) {
        return withCode(words, today)
                .filter(order -> order.verb() == Verb.LOOKUP)
                .or(() -> isMistypedCode(words)
                                && words.at(0).matches(".*[0-9].*")
                                && words.normal(0).contains("-")
                        ? Optional.of(Order.of(Verb.LOOKUP, "").withTyped(words.normal(0)))
                        : Optional.empty());
    }

    /** Whether the poster was copied as it stands: "TC &lt;ma ho so&gt;". */
    private boolean isBlank(Words words) {
        return blanks.containsAll(words.list(0));
    }

    /** A code anywhere in free words. */
    Optional<CodeReading> inside(Words words, LocalDate today) {
        for (int i = 0; i < words.size(); i++) {
            Optional<CodeReading> code =
                    Character.isDigit(words.at(i).codePointBefore(words.at(i).length()))
                                    || words.at(i).matches("[A-Z][0-9OIL]{2}.*")
                            ? reader.readPrefix(words.ahead(i), today)
                                    .filter(read -> read.code().isPresent())
                            : Optional.empty();
            if (code.isPresent()) {
                return code;
            }
        }
        return Optional.empty();
    }

    Order lookup(Words rest, LocalDate today) {
        return withCode(rest, today).orElseGet(() -> {
            if (isMistypedCode(rest)) {
                return Order.of(Verb.LOOKUP, "").withTyped(rest.normal(0));
            }
            return Order.of(isPolite(rest) || rest.letters(0) < FREE_WORDS - 1 ? Verb.LOOKUP : Verb.UNKNOWN, "");
        });
    }

    Order dossier(Words rest, LocalDate today) {
        Order order = lookup(rest, today);
        boolean alone = order.verb() == Verb.LOOKUP
                && order.code().isEmpty()
                && order.typed().isEmpty();
        return alone ? Order.of(Verb.LIST_OWN, "") : order;
    }

    /** "TC" is tra cứu before a code and otherwise may be tố cáo: then nobody but the secret lane reads it. */
    Order tc(Words rest, LocalDate today) {
        return withCode(rest, today).orElseGet(() -> {
            boolean shaped = rest.at(0).matches("[A-Z][0-9OIL]{2}[./-].*");
            if (isMistypedCode(rest) && (shaped || rest.list(0).stream().allMatch(this::isDigitsOrPolite))) {
                return Order.of(Verb.LOOKUP, "").withTyped(rest.normal(0));
            }
            return rest.letters(0) == 0 || isBlank(rest)
                    ? Order.of(Verb.LOOKUP, "")
                    : Order.of(Verb.DENOUNCE, rest.own(0));
        });
    }

    /** "TT", "XEM": a ticket by its number, a dossier by its code. */
    Order view(Words rest, LocalDate today) {
        if (TICKET_NAMES.contains(rest.at(0)) && rest.size() > 1) {
            return view(rest.from(1), today);
        }
        String digits = rest.normal(0).replaceAll("[ ./-]", "");
        if (digits.matches("[0-9]{8}")) {
            return Order.of(Verb.VIEW, "").withTicket(TicketNumber.parse(digits));
        }
        Optional<TicketNumber> first = TicketNumber.parse(rest.at(0));
        if (first.isPresent()) {
            String receipt = rest.at(1).matches("[0-9]{8}") ? rest.at(1) : "";
            return Order.of(Verb.VIEW, receipt).withTicket(first);
        }
        Order order = lookup(rest, today);
        return order.verb() == Verb.LOOKUP && digits.matches("[0-9]{1,9}") ? Order.of(Verb.VIEW, "") : order;
    }

    /** @param sure false when the keyword may also be "chậm": then words must not stand alone behind the mark */
    Order score(Words rest, LocalDate today, boolean sure) {
        Optional<CodeReading> code = reader.readPrefix(rest.ahead(0), today);
        if (code.isPresent()) {
            Words behind = rest.from(code.get().words());
            Optional<String> pin =
                    pin(behind).filter(p -> answers.pointsIn(behind.from(1)).isPresent());
            Order order = marked(behind.from(pin.isPresent() ? 1 : 0));
            Matcher late = LATE_PIN.matcher(order.words());
            return pin.isEmpty() && late.matches()
                    ? order.saying("").withCode(code, Optional.of(late.group(1)))
                    : order.withCode(code, pin);
        }
        Optional<Points> points = answers.pointsIn(rest);
        if (points.isEmpty()) {
            boolean meant = rest.size() == 0 || isBlank(rest) || sure && rest.letters(0) < FREE_WORDS - 1;
            return Order.of(meant ? Verb.SCORE : Verb.UNKNOWN, "");
        }
        Words behind = rest.from(points.get().words());
        Optional<CodeReading> late = reader.readPrefix(behind.ahead(0), today);
        if (late.isPresent()) {
            return Order.of(Verb.SCORE, behind.own(late.get().words()))
                    .withNumber(OptionalInt.of(points.get().value()))
                    .withCode(late, Optional.empty());
        }
        return sure || behind.size() == 0 ? marked(rest) : Order.of(Verb.UNKNOWN, "");
    }

    private Order marked(Words words) {
        Optional<Points> points = answers.pointsIn(words);
        int taken = points.map(Points::words).orElse(0);
        return Order.of(Verb.SCORE, words.own(taken))
                .withNumber(points.map(p -> OptionalInt.of(p.value())).orElse(OptionalInt.empty()));
    }

    /** A code at the beginning or behind polite words. */
    private Optional<Order> withCode(Words rest, LocalDate today) {
        for (int i = 0; i < rest.size(); i++) {
            Optional<Order> order = bare(rest.from(i), today);
            if (order.isPresent() || !chatter.contains(rest.at(i))) {
                return order;
            }
        }
        return Optional.empty();
    }

    private Order behindCode(Words words, CodeReading code) {
        Words behind = words.from(code.words());
        Words tail = behind;
        while (PIN_NAMES.contains(tail.at(0))) {
            tail = tail.from(1);
        }
        Optional<String> pin = pin(tail);
        Words rest = pin.isPresent() ? tail.from(1) : behind;
        boolean plain = rest.size() <= SHORT_REST || isPolite(rest);
        return (plain ? Order.of(Verb.LOOKUP, rest.own(0)) : Order.of(Verb.MIXED, words.whole()))
                .withCode(Optional.of(code), pin);
    }

    private static Optional<String> pin(Words words) {
        return words.at(0).matches("[0-9]{4}") ? Optional.of(words.at(0)) : Optional.empty();
    }

    /** Whether these words ask for nothing more. */
    boolean isPolite(Words words) {
        return chatter.containsAll(words.list(0));
    }

    private boolean isDigitsOrPolite(String word) {
        return chatter.contains(word) || word.matches(".*[0-9].*");
    }

    private static boolean isMistypedCode(Words words) {
        String all = words.normal(0).replaceAll("[ ./-]", "");
        long digits = all.chars().filter(Character::isDigit).count();
        return digits >= 6 && digits * 2 >= all.length() && words.size() <= 6;
    }
}
