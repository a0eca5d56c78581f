package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.desk.EnumerationAlarm;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.desk.LookupGate.Gate;
import vn.mscore.hotline.desk.WhichDossier;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.InTransaction;

/** Lets a caller key in a dossier: ten digits, with or without the office's before them, the whole of an old code, and the office when several fit. */
@Singleton
class CodeEntry {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int MOST_KEYS = 40;
    private static final int OFFICE_KEYS = 16;
    private static final int TEN = 10;
    private static final int OLD = 19;
    private static final int OFFICE = 2;
    private static final int MISSES = 3;

    private final CodeReader reader;
    private final WhichDossier which;
    private final Guard guard;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    CodeEntry(CodeReader reader, WhichDossier which, Guard guard, InTransaction transaction, Clock clock) {
        this.reader = reader;
        this.which = which;
        this.guard = guard;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How often anybody may ask, and who walks through codes. */
    @Singleton
    static class Guard {
        private final LookupGate gate;
        private final EnumerationAlarm alarm;
        private final ShownNumber shown;

        @Inject
        Guard(LookupGate gate, EnumerationAlarm alarm, ShownNumber shown) {
            this.gate = gate;
            this.alarm = alarm;
            this.shown = shown;
        }

        /** Counts a look-up of the caller; SILENT is for texts only: a caller always hears why. */
        Gate enter(Dialogue talk) {
            Gate met = talk.caller().map(gate::enter).orElseGet(() -> gate.enterHidden(talk.callId()));
            return met == Gate.SILENT ? Gate.SAY_ENOUGH : met;
        }

        void stranger(DossierCode code) {
            alarm.note(code);
        }
    }

    /** What the digits lead to, and where to go back to. */
    private record Search(Function<DossierCode, Step> found, Step back) {}

    private record Seen(Gate gate, List<DossierCode> codes, List<DossierCode> fitting) {}

    /** Asks for a code; counts a look-up for each one keyed in. */
    Step ask(Function<DossierCode, Step> found, Step back) {
        return ask("nhap-ma", new Search(found, back));
    }

    private Step ask(String prompt, Search search) {
        return Question.of(prompt)
                .entry(MOST_KEYS, "nhap-ma-thieu", digits -> entered(digits, search))
                .back(search.back());
    }

    private Optional<Step> entered(String digits, Search search) {
        if (isWhole(digits)) {
            return Optional.of(talk -> look(talk, digits, search));
        }
        return DoubledKeys.single(digits).filter(CodeEntry::isWhole).map(once -> readBack(once, search));
    }

    private static boolean isWhole(String digits) {
        return digits.length() == TEN || digits.length() >= TEN + OFFICE && digits.length() <= OLD;
    }

    /** The digits of the office when the whole code was keyed as it stands on the paper. */
    private static String officeOf(String digits) {
        return digits.length() < OLD ? digits.substring(0, digits.length() - TEN) : "";
    }

    private Step readBack(String digits, Search search) {
        return Question.of(List.of(Said.of("xac-nhan-ma", "so", digits)))
                .on("1", talk -> look(talk, digits, search))
                .on("2", ask("nhap-ma-lai", search))
                .back(search.back());
    }

    private Step look(Dialogue talk, String digits, Search search) {
        Seen seen = transaction.call(() -> see(talk, digits));
        if (seen.gate() != Gate.OPEN) {
            return refused(talk, seen.gate());
        }
        if (seen.codes().size() == 1) {
            return search.found().apply(seen.codes().get(0));
        }
        List<DossierCode> several = seen.codes().isEmpty() ? seen.fitting() : seen.codes();
        return several.size() > 1 ? askOffice(several, search) : notFound(talk, search);
    }

    private Seen see(Dialogue talk, String digits) {
        Gate gate = guard.enter(talk);
        String office = officeOf(digits);
        Optional<CodeReading> read = gate == Gate.OPEN
                ? reader.readPrefix(digits.substring(office.length()), LocalDate.ofInstant(clock.instant(), VIETNAM))
                : Optional.empty();
        List<DossierCode> all = read.map(which::fitting).orElse(List.of());
        List<DossierCode> fitting = office.isEmpty() ? all : of(office, all);
        List<DossierCode> codes = guard.shown
                .believed(talk)
                .map(phone -> read.map(code -> which.find(code, fitting, phone)).orElse(List.of()))
                .orElse(fitting.size() == 1 ? fitting : List.of());
        if (fitting.isEmpty()) {
            read.ifPresent(this::noteUnknown);
        }
        return new Seen(gate, codes, fitting);
    }

    /** Ten digits name no office: the walk through them is noticed all the same. */
    private void noteUnknown(CodeReading read) {
        read.code()
                .or(() -> read.tenDigits().map(ten -> new DossierCode(ten.substring(0, 6) + "-" + ten.substring(6))))
                .ifPresent(guard::stranger);
    }

    Step refused(Dialogue talk, Gate gate) {
        if (gate == Gate.BUSY) {
            return talk.to(Place.BUSY);
        }
        talk.say(Said.of("het-luot"));
        return talk.to(Place.MAIN);
    }

    private Step askOffice(List<DossierCode> several, Search search) {
        return Question.of("nhap-co-quan")
                .entry(OFFICE_KEYS, "bam-sai", digits -> Optional.of(digits)
                        .filter(office -> office.length() > 1)
                        .map(office -> talk -> ofOffice(talk, office, several, search)))
                .on("00", talk -> talk.to(Place.OPERATOR))
                .back(search.back());
    }

    private Step ofOffice(Dialogue talk, String digits, List<DossierCode> several, Search search) {
        List<DossierCode> exactly = of(digits, several);
        List<DossierCode> fitting = exactly.isEmpty()
                ? DoubledKeys.single(digits).map(once -> of(once, several)).orElse(exactly)
                : exactly;
        return fitting.size() == 1 ? search.found().apply(fitting.get(0)) : notFound(talk, search);
    }

    private static List<DossierCode> of(String office, List<DossierCode> several) {
        return several.stream().filter(code -> office(code).equals(office)).toList();
    }

    /** The digits before the first hyphen: {@code 5015} of {@code H50.15-260814-0012}. */
    private static String office(DossierCode code) {
        int hyphen = code.value().indexOf('-');
        return code.value().substring(0, Math.max(hyphen, 0)).replaceAll("\\D", "");
    }

    private Step notFound(Dialogue talk, Search search) {
        talk.say(Said.of("khong-thay"));
        return talk.missed() >= MISSES ? talk.to(Place.LOST) : ask("nhap-ma-lai", search);
    }
}
