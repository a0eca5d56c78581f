package vn.mscore.hotline.desk.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.CompleteComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Slip;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.sms.IncomingSms;

/** The rooms behind the desk, working in memory: enough of each to see what the desk asks of it. */
final class InMemoryRooms {
    private InMemoryRooms() {}

    static final class Lines implements CitizenLines {
        private final Clock clock;
        private final Map<PhoneNumber, Tongue> tongues = new HashMap<>();
        private final Set<PhoneNumber> accented = new HashSet<>();
        private final Map<PhoneNumber, OpenQuestion> questions = new HashMap<>();

        Lines(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Optional<Tongue> tongue(PhoneNumber phone) {
            return Optional.ofNullable(tongues.get(phone));
        }

        @Override
        public Optional<String> voice(PhoneNumber phone) {
            return Optional.empty();
        }

        @Override
        public void hears(PhoneNumber phone, String pack) {
            throw new UnsupportedOperationException("texts have no voice");
        }

        @Override
        public void speaks(PhoneNumber phone, Tongue tongue) {
            tongues.put(phone, tongue);
        }

        @Override
        public boolean writesDiacritics(PhoneNumber phone) {
            return accented.contains(phone);
        }

        @Override
        public void writesDiacritics(PhoneNumber phone, boolean diacritics) {
            if (diacritics) {
                accented.add(phone);
            } else {
                accented.remove(phone);
            }
        }

        @Override
        public void ask(PhoneNumber phone, Question question, Duration openFor) {
            Instant now = clock.instant();
            questions.put(phone, new OpenQuestion(question, now, now.plus(openFor)));
        }

        @Override
        public Optional<OpenQuestion> openQuestion(PhoneNumber phone) {
            return Optional.ofNullable(questions.get(phone))
                    .filter(open -> clock.instant().isBefore(open.until()));
        }

        @Override
        public void answered(PhoneNumber phone) {
            questions.remove(phone);
        }
    }

    static final class Owed implements OwedLookups {
        private final Deque<IncomingSms> waiting = new ArrayDeque<>();

        @Override
        public void add(IncomingSms sms, PhoneNumber phone) {
            waiting.add(sms);
        }

        @Override
        public Optional<IncomingSms> takeOldest() {
            return Optional.ofNullable(waiting.poll());
        }
    }

    static final class SlidingLimits implements Limits {
        private final Clock clock;
        private final Map<String, List<Instant>> uses = new HashMap<>();

        SlidingLimits(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean take(String limit, String subject, int max, Duration window) {
            return used(limit, subject, window) < max
                    && uses.computeIfAbsent(limit + "|" + subject, key -> new ArrayList<>())
                            .add(clock.instant());
        }

        @Override
        public int used(String limit, String subject, Duration window) {
            Instant from = clock.instant().minus(window);
            return (int) uses.getOrDefault(limit + "|" + subject, List.of()).stream()
                    .filter(at -> at.isAfter(from))
                    .count();
        }
    }

    static final class RefusalList implements Consents {
        final Set<String> out = new TreeSet<>();
        private final Clock clock;

        RefusalList(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant optOut(PhoneNumber phone, String channel) {
            out.add(phone.e164());
            return clock.instant();
        }

        @Override
        public Instant optIn(PhoneNumber phone, String channel) {
            out.remove(phone.e164());
            return clock.instant();
        }

        @Override
        public boolean hasOptedOut(PhoneNumber phone) {
            return out.contains(phone.e164());
        }
    }

    /** A dossier; its standing without a step is level 0. */
    record Kept(Standing applicant, PhoneNumber phone, String pin) {}

    static final class Dossiers implements DossierLookup {
        private final Map<DossierCode, Kept> all = new LinkedHashMap<>();

        void put(Standing applicant, PhoneNumber phone, String pin) {
            all.put(applicant.code(), new Kept(applicant, phone, pin));
        }

        @Override
        public Optional<Standing> anyone(DossierCode code) {
            return applicant(code)
                    .map(s -> new Standing(
                            s.code(), s.status(), s.due(), s.workingDays(), s.collectAt(), Optional.empty()));
        }

        @Override
        public Optional<Standing> applicant(DossierCode code) {
            return Optional.ofNullable(all.get(code)).map(Kept::applicant);
        }

        @Override
        public boolean isApplicantsPhone(DossierCode code, PhoneNumber phone) {
            return all.containsKey(code) && all.get(code).phone().equals(phone);
        }

        @Override
        public boolean isPin(DossierCode code, String pin) {
            return all.containsKey(code) && all.get(code).pin().equals(pin);
        }

        @Override
        public List<DossierCode> byTenDigits(String tenDigits) {
            return all.keySet().stream()
                    .filter(code -> code.shortForm().replace("-", "").equals(tenDigits))
                    .toList();
        }

        @Override
        public List<Standing> ofPhone(PhoneNumber phone, int limit) {
            return all.values().stream()
                    .filter(kept -> kept.phone().equals(phone))
                    .map(Kept::applicant)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Optional<DossierCode> didYouMean(PhoneNumber phone, String typed) {
            List<DossierCode> near = ofPhone(phone, 100).stream()
                    .map(Standing::code)
                    .filter(code -> Slip.isOne(typed, code.value()))
                    .toList();
            return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
        }

        @Override
        public Optional<ScoreSubject> scoreSubject(DossierCode code) {
            throw new UnsupportedOperationException("the desk does not ask");
        }

        @Override
        public List<DossierCode> returnedRecently(PhoneNumber phone, int days) {
            return ofPhone(phone, 100).stream()
                    .filter(standing -> standing.status() == DossierStatus.RETURNED)
                    .map(Standing::code)
                    .toList();
        }
    }

    static final class Scores implements RecordScore {
        final Map<String, Integer> points = new LinkedHashMap<>();
        final List<NewScore> taken = new ArrayList<>();
        final List<String> words = new ArrayList<>();
        private final Dossiers dossiers;

        Scores(Dossiers dossiers) {
            this.dossiers = dossiers;
        }

        @Override
        public Outcome record(NewScore score) {
            Optional<DossierStatus> status = dossiers.anyone(score.code()).map(Standing::status);
            if (!status.equals(Optional.of(DossierStatus.RETURNED))) {
                return new Outcome(Optional.of(new Reason("score.not-eligible", "no")), false, false);
            }
            taken.add(score);
            Integer old = points.put(score.phone().e164() + score.code().value(), score.points());
            return new Outcome(Optional.empty(), old != null, false);
        }

        @Override
        public void reason(PhoneNumber phone, DossierCode code, int reason) {
            words.add("reason " + reason);
        }

        @Override
        public void details(PhoneNumber phone, DossierCode code, Optional<Integer> visits, Optional<Boolean> clear) {
            throw new UnsupportedOperationException("no text asks for details");
        }

        @Override
        public void comment(PhoneNumber phone, DossierCode code, String text) {
            words.add(text);
        }

        @Override
        public boolean hasScored(PhoneNumber phone, DossierCode code) {
            return points.containsKey(phone.e164() + code.value());
        }
    }

    static final class Complaints implements RegisterComplaint, CompleteComplaint, ComplaintStatus {
        final List<NewComplaint> all = new ArrayList<>();
        final List<String> added = new ArrayList<>();
        final List<String> thanks = new ArrayList<>();
        final List<Missing> completed = new ArrayList<>();
        private final Map<TicketNumber, ComplaintKind> decided = new HashMap<>();
        State state = State.MOI;
        Optional<Step> petition = Optional.empty();
        Optional<LocalDate> stands = Optional.empty();
        boolean withdrawable = true;

        TicketNumber ticket(int index) {
            return TicketNumber.of(2026, index + 1);
        }

        @Override
        public Registered register(NewComplaint complaint) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).text().equals(complaint.text())
                        && all.get(i).phone().equals(complaint.phone())) {
                    return registered(i, complaint, true);
                }
            }
            all.add(complaint);
            return registered(all.size() - 1, complaint, false);
        }

        private Registered registered(int index, NewComplaint complaint, boolean duplicate) {
            boolean secret = complaint.kind() == ComplaintKind.DENUNCIATION;
            return new Registered(ticket(index), LocalDate.parse("2026-08-28"), secret, duplicate, false);
        }

        @Override
        public boolean addText(TicketNumber ticket, PhoneNumber phone, String text, String source) {
            return of(ticket, phone).isPresent() && added.add(text);
        }

        @Override
        public boolean addThanks(TicketNumber ticket, PhoneNumber phone, String text, String source) {
            return of(ticket, phone).isPresent() && thanks.add(text);
        }

        @Override
        public boolean complete(Missing missing) {
            return all.stream().anyMatch(complaint -> missing.earlier().stream()
                            .anyMatch(source -> complaint.source().startsWith(source + ":")))
                    && completed.add(missing);
        }

        @Override
        public boolean decideKind(TicketNumber ticket, PhoneNumber phone, ComplaintKind kind) {
            boolean asked = of(ticket, phone).isPresent() && state.isWorkedOn();
            if (asked) {
                decided.put(ticket, kind);
            }
            return asked && added.add(kind.name());
        }

        @Override
        public boolean withdraw(TicketNumber ticket, PhoneNumber phone) {
            return withdrawable;
        }

        @Override
        public Optional<String> answer(TicketNumber ticket, PhoneNumber phone) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> verdictOpenFor(TicketNumber ticket) {
            return Optional.of(Duration.ofDays(14)).filter(open -> state == State.DA_TRA_LOI);
        }

        @Override
        public Optional<TicketNumber> awaitingVerdict(PhoneNumber phone) {
            return Optional.of(ticket(0))
                    .filter(only -> state == State.DA_TRA_LOI && all.size() == 1)
                    .filter(only -> of(only, phone).isPresent());
        }

        @Override
        public Optional<View> of(TicketNumber ticket, PhoneNumber phone) {
            return all.stream()
                    .filter(complaint -> ticket(all.indexOf(complaint)).equals(ticket))
                    .filter(complaint -> complaint.phone().equals(Optional.of(phone)))
                    .map(complaint -> view(ticket, complaint.kind()))
                    .findFirst();
        }

        private View view(TicketNumber ticket, ComplaintKind kind) {
            return new View(
                    ticket,
                    decided.getOrDefault(ticket, kind),
                    state,
                    LocalDate.parse("2026-08-17"),
                    LocalDate.parse("2026-08-28"),
                    kind == ComplaintKind.DENUNCIATION,
                    Optional.of(new UnitName("UBND xã Khe Sanh", "UBND xa Khe Sanh")),
                    Optional.of(LocalDate.parse("2026-08-18")),
                    petition,
                    stands);
        }

        @Override
        public boolean mayReopen(TicketNumber ticket) {
            return true;
        }

        @Override
        public boolean mayJudge(TicketNumber ticket) {
            return state == State.DA_TRA_LOI || state == State.DONG;
        }

        @Override
        public Optional<Satisfaction> satisfied(TicketNumber ticket, PhoneNumber phone, boolean yes) {
            return of(ticket, phone).map(view -> new Satisfaction(!yes, LocalDate.parse("2026-09-08")));
        }
    }
}
