package vn.mscore.hotline.desk.text;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.OpenQuestion;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.desk.DeskTable;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.SmsListener;

/** Reads what citizens write, has it done, and answers what was asked. What happened is told by the room notice. */
@Singleton
public class TextDesk implements SmsListener {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** What is done even for a number that floods us; the rest would only make answers. */
    private static final Set<Verb> KEPT_IN_A_FLOOD = EnumSet.of(
            Verb.FEEDBACK,
            Verb.SUGGESTION,
            Verb.COMPLAINT,
            Verb.SUGGESTION_OR_COMPLAINT,
            Verb.DENOUNCE,
            Verb.CONTENT,
            Verb.MIXED,
            Verb.FREE,
            Verb.FOREIGN,
            Verb.MORE,
            Verb.OPT_OUT);

    private static final String FLOOD = "desk.flood";

    /** So many words without diacritics show a habit; a keyword and a code do not. */
    private static final int ENOUGH_WORDS = 3;

    private final Map<Verb, TextCommand> commands = new EnumMap<>(Verb.class);
    private final KeywordGrammar grammar;
    private final CitizenLines lines;
    private final Answers answers;
    private final WordsKept words;
    private final WatchWords watch;
    private final WordsBeside beside;
    private final LateParts late;
    private final Verdicts verdicts;
    private final Clock clock;
    private final boolean diacritics;

    /** Collects the commands; refuses the start when a verb has none. */
    @Inject
    public TextDesk(Instance<TextCommand> all, CodeReader reader, Settings settings, Desk desk) {
        all.forEach(command -> command.verbs().forEach(verb -> commands.put(verb, command)));
        Set<Verb> orphans = EnumSet.allOf(Verb.class);
        orphans.removeAll(commands.keySet());
        orphans.remove(Verb.MACHINE);
        if (!orphans.isEmpty()) {
            throw new IllegalStateException("no command carries out " + orphans);
        }
        Optional<Path> tables = settings.text("hotline.desk.tables").map(Path::of);
        grammar = new KeywordGrammar(DeskTable.rows(tables, "keywords.tsv"), reader);
        diacritics = settings.flag("hotline.sms.diacritics", false);
        lines = desk.lines();
        answers = desk.answers();
        words = desk.words();
        watch = desk.watch();
        beside = desk.beside();
        late = desk.late();
        verdicts = desk.verdicts();
        clock = desk.clock();
    }

    /** All are understood, then what their commands need is read, then each is done. */
    @Override
    public List<Runnable> together(List<IncomingSms> messages) {
        lines.foresee(messages.stream()
                .map(IncomingSms::sender)
                .flatMap(Optional::stream)
                .toList());
        Map<Verb, List<Asked>> asked = new EnumMap<>(Verb.class);
        List<Runnable> work = messages.stream()
                .map(sms -> understood(
                        sms, heard -> asked.computeIfAbsent(heard.order().verb(), verb -> new ArrayList<>())
                                .add(heard)))
                .toList();
        asked.keySet().retainAll(commands.keySet());
        asked.forEach((verb, heard) -> commands.get(verb).foresee(heard));
        return work;
    }

    @Override
    public void received(IncomingSms sms) {
        understood(sms, heard -> {}).run();
    }

    /** What is to be done about a message; {@code heard} is told what it asks. */
    private Runnable understood(IncomingSms sms, Consumer<Asked> heard) {
        if (answers.isOurs(sms.late().map(LatePart::whole).orElse(sms.text()))) {
            return () -> answers.silent(sms, "desk.own-words");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), VIETNAM);
        return sms.late().isEmpty()
                ? whole(sms, today, heard)
                : () -> late(sms, sms.late().get(), today);
    }

    private Runnable whole(IncomingSms sms, LocalDate today, Consumer<Asked> heard) {
        if (sms.sender().isEmpty()) {
            return () -> {
                answers.silent(sms, "desk.no-number");
                words.keepWithoutSender(grammar.read(sms.text(), today, Optional.empty()), sms);
            };
        }
        Asked asked = hear(sms, sms.sender().get(), today);
        heard.accept(asked);
        return () -> received(asked);
    }

    private void late(IncomingSms sms, LatePart part, LocalDate today) {
        Order order = grammar.read(part.whole(), today, Optional.empty());
        if (!late.join(sms, part, order)) {
            apart(sms, part, order, today);
            return;
        }
        answers.silent(sms, LateParts.ANSWERED);
        if (isNewDanger(part) && !sms.flood()) {
            sms.sender().map(phone -> hear(sms, phone, today).caller()).ifPresent(this::warn);
        }
    }

    private boolean isNewDanger(LatePart part) {
        return watch.isEmergency(part.whole()) && !watch.isEmergency(part.before());
    }

    /** Of no case: the part alone, or the whole where there is more in it than a command. */
    private void apart(IncomingSms sms, LatePart part, Order order, LocalDate today) {
        if (!late.isGrave(part, order) && !isNewDanger(part)) {
            whole(LateParts.alone(sms, part, order), today, heard -> {}).run();
            return;
        }
        IncomingSms all = sms.saying(part.whole());
        sms.sender()
                .map(phone -> new Asked(
                        Order.of(Verb.FREE, Words.clean(part.whole())),
                        hear(all, phone, today).caller()))
                .ifPresentOrElse(
                        this::received, () -> whole(all, today, heard -> {}).run());
    }

    private void warn(Caller caller) {
        answers.send(caller.reply("T24"), caller);
    }

    /** Handles a look-up again that met a busy minute; what else its text meant was done the first time. */
    public void receivedBefore(IncomingSms sms) {
        sms.sender().ifPresent(phone -> carryOut(hear(sms, phone, LocalDate.ofInstant(clock.instant(), VIETNAM))));
    }

    private void received(Asked heard) {
        IncomingSms sms = heard.caller().sms();
        Verb verb = heard.order().verb();
        if (verb == Verb.MACHINE) {
            answers.silent(sms, "desk.machine");
            return;
        }
        if (sms.flood() && !KEPT_IN_A_FLOOD.contains(verb)) {
            // A limit cuts answers, never what is told of an officer.
            beside.keep(heard.order(), heard.caller());
            answers.silent(sms, FLOOD);
            return;
        }
        if (watch.isEmergency(sms.text()) && !sms.flood()) {
            warn(heard.caller());
        }
        if (LateParts.isAnswered(sms, verb)) {
            answers.silent(sms, LateParts.ANSWERED);
        } else {
            carryOut(heard);
            beside.keep(heard.order(), heard.caller());
        }
    }

    private Asked hear(IncomingSms sms, PhoneNumber phone, LocalDate today) {
        CitizenLines.Remembered line = lines.remembered(phone);
        Optional<OpenQuestion> open = line.open();
        Optional<Question.Kind> kind = open.filter(question -> sms.late().isEmpty())
                .map(question -> question.question().kind());
        Order order = grammar.read(sms.text(), today, kind);
        Caller caller = new Caller(sms, phone, language(phone, line.tongue(), sms.text()), today, open);
        return order.verb() == Verb.UNKNOWN && sms.late().isEmpty() && grammar.isLoneNo(sms.text(), open.isPresent())
                ? verdict(caller).orElseGet(() -> new Asked(order, caller))
                : new Asked(order, caller);
    }

    /** A no that answers no open question is the verdict on the one answer that waits for one. */
    private Optional<Asked> verdict(Caller caller) {
        return verdicts.awaited(caller.phone())
                .map(asked -> new Asked(
                        grammar.read(
                                caller.sms().text(),
                                caller.today(),
                                Optional.of(asked.question().kind())),
                        caller.asked(asked)));
    }

    private void carryOut(Asked heard) {
        Verb verb = heard.order().verb();
        Reply reply = commands.get(verb).carryOut(heard.order(), heard.caller());
        if (!heard.caller().sms().flood() || verb == Verb.OPT_OUT) {
            answers.send(reply, heard.caller());
        } else {
            answers.silent(heard.caller().sms(), FLOOD);
        }
    }

    /** As the citizen wrote; how words were spelled is remembered for what we say later. */
    private Language language(PhoneNumber phone, Optional<Tongue> tongue, String text) {
        Words words = Words.of(text);
        boolean accented = words.wroteDiacritics();
        if (diacritics && (accented || words.letters(0) >= ENOUGH_WORDS)) {
            lines.writesDiacritics(phone, accented);
        }
        return tongue.orElse(Tongue.VIETNAMESE).texts(diacritics && accented);
    }
}
