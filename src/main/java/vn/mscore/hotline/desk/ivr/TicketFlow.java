package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question.Kind;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.ComplaintStatus.Satisfaction;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.ComplaintStatus.View;
import vn.mscore.hotline.complaint.Hearings;
import vn.mscore.hotline.complaint.SealedReceipts;
import vn.mscore.hotline.complaint.SealedReceipts.Progress;
import vn.mscore.hotline.desk.ReceiptTries;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * 4 XEM TRẢ LỜI: how far a ticket of this number is, and whether the answer satisfied. Sealed tickets, those of other
 * numbers and unknown ones sound alike: only the code that a custodian said opens the first, and then it is told how far it is and nothing of it.
 */
@Singleton
class TicketFlow implements Branch {
    private static final int TICKET_KEYS = 20;
    private static final int CODE_KEYS = 16;
    private static final int CODE = 8;
    private static final int MISSES = 3;
    private static final String WRONG = "ticket.number";
    private static final Duration DAY = Duration.ofHours(24);
    private static final Map<State, String> PROMPTS = Map.ofEntries(
            Map.entry(State.MOI, "phieu-moi"),
            Map.entry(State.PHAN_LOAI, "phieu-moi"),
            Map.entry(State.DA_CHUYEN, "phieu-da-chuyen"),
            Map.entry(State.DANG_XU_LY, "phieu-dang-xu-ly"),
            Map.entry(State.DONG, "phieu-da-dong"),
            Map.entry(State.MO_LAI, "phieu-mo-lai"),
            Map.entry(State.TU_CHOI, "phieu-tu-choi"),
            Map.entry(State.TRUNG, "phieu-trung"),
            Map.entry(State.CHUYEN_KHAC, "phieu-chuyen-khac"),
            Map.entry(State.RUT, "phieu-rut"));

    private static final Map<Progress, String> SEALED = Map.of(
            Progress.RECEIVED, "phieu-kin",
            Progress.IN_HAND, "phieu-kin-xem-xet",
            Progress.HANDED_OVER, "phieu-kin-da-chuyen",
            Progress.ENDED, "phieu-kin-xong");

    /** Those whose sentence names the day of the answer. */
    private static final Set<State> DATED =
            EnumSet.of(State.MOI, State.PHAN_LOAI, State.DA_CHUYEN, State.DANG_XU_LY, State.MO_LAI);

    private static final Set<State> AT_THE_DESK = EnumSet.of(State.MOI, State.PHAN_LOAI);

    private final ComplaintStatus status;
    private final Hearings hearings;
    private final SealedReceipts receipts;
    private final ReceiptTries tries;
    private final CitizenLines lines;
    private final Limits limits;
    private final int wrongADay;
    private final InTransaction transaction;

    /** Reads {@code hotline.ticket.wrong.perNumber.day}, 3. */
    @Inject
    TicketFlow(
            ComplaintStatus status,
            Hearings hearings,
            SealedReceipts receipts,
            ReceiptTries tries,
            CitizenLines lines,
            Limits limits,
            Settings settings,
            InTransaction transaction) {
        this.status = status;
        this.hearings = hearings;
        this.receipts = receipts;
        this.tries = tries;
        this.lines = lines;
        this.limits = limits;
        this.wrongADay = settings.number("hotline.ticket.wrong.perNumber.day", 3, 1, 1000);
        this.transaction = transaction;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.TICKET, talk -> ask());
    }

    private Step ask() {
        return Question.of("nhap-phieu")
                .entry(TICKET_KEYS, "phieu-sai", digits -> ticket(digits).map(this::find));
    }

    private static Optional<TicketNumber> ticket(String digits) {
        return TicketNumber.parse(digits).or(() -> DoubledKeys.single(digits).flatMap(TicketNumber::parse));
    }

    private Step find(TicketNumber ticket) {
        return talk -> talk.caller()
                .flatMap(phone -> transaction.call(() -> known(ticket, phone)))
                .filter(view -> !view.secret())
                .map(view -> tell(view, answer(talk, ticket)))
                .orElseGet(() -> askCode(ticket));
    }

    /** Who forges a number must guess its tickets: after a few wrong ones in a day the right one is unknown too (ADR 27). */
    private Optional<View> known(TicketNumber ticket, PhoneNumber phone) {
        boolean locked = limits.held(WRONG, phone.e164(), DAY) >= wrongADay;
        Optional<View> view = status.of(ticket, phone);
        if (view.isEmpty() && !locked) {
            limits.take(WRONG, phone.e164(), wrongADay, DAY);
        }
        return view.filter(found -> !locked);
    }

    private Step askCode(TicketNumber ticket) {
        Step nothing = this::notFound;
        return Question.of("nhap-ma-nhan")
                .entry(CODE_KEYS, "bam-sai", digits -> Optional.of(digits)
                        .filter(code -> code.length() == CODE)
                        .or(() -> DoubledKeys.single(digits).filter(code -> code.length() == CODE))
                        .map(code -> sealed(ticket, code)))
                .hash(nothing)
                .lost(nothing);
    }

    private Step sealed(TicketNumber ticket, String code) {
        return talk -> transaction
                .call(() -> tries.opens(ticket, talk.caller(), () -> receipts.holds(ticket, code))
                        ? receipts.progress(ticket, code)
                        : Optional.<Progress>empty())
                .map(progress -> howFar(talk, progress))
                .orElseGet(() -> notFound(talk));
    }

    private static Step howFar(Dialogue talk, Progress progress) {
        talk.isAt(Place.MAIN);
        return Question.of(SEALED.get(progress)).once(Step.END);
    }

    private Step notFound(Dialogue talk) {
        talk.say(Said.of("khong-thay-phieu"));
        return talk.missed() >= MISSES ? talk.to(Place.LOST) : ask();
    }

    private String answer(Dialogue talk, TicketNumber ticket) {
        return talk.caller()
                .flatMap(phone -> transaction.call(() -> status.answer(ticket, phone)))
                .orElse("");
    }

    private Step tell(View view, String answer) {
        Said read = new Said("doc-tra-loi", Map.of("trang-thai", "đã có trả lời", "noi-dung", answer));
        if (transaction.call(() -> status.mayJudge(view.ticket()))) {
            return askWhetherContent(view, read);
        }
        Said state = new Said(
                prompt(view),
                Map.of(
                        "ngay",
                        view.due().toString(),
                        "don-vi",
                        view.routedTo().map(unit -> unit.full()).orElse("")));
        Said after = Said.of("nghe-lai-hoac-can-bo");
        return Question.of(answer.isEmpty() ? List.of(state, after) : List.of(state, read, after))
                .once(Step.END);
    }

    private Step askWhetherContent(View view, Said read) {
        Said question =
                Said.of(transaction.call(() -> status.mayReopen(view.ticket())) ? "hai-long" : "hai-long-het-lan");
        boolean closed = view.state() == State.DONG;
        return Question.of(closed ? List.of(Said.of("phieu-da-dong"), read, question) : List.of(read, question))
                .on("1", talk -> judge(talk, view.ticket(), true))
                .on("2", talk -> judge(talk, view.ticket(), false))
                .lost(talk -> heard(view.ticket()));
    }

    /** Whole, with the question behind it: he was asked, and said nothing. */
    private Step heard(TicketNumber ticket) {
        transaction.run(() -> hearings.heard(ticket, CaseLog.CITIZEN));
        return Step.END;
    }

    /** Of a khiếu nại that is guided or on signed paper the step and the day of the law, as by text. */
    private static String prompt(View view) {
        return view.petition().map(TicketFlow::petition).orElseGet(() -> ours(view));
    }

    private static String petition(CaseClock.Step step) {
        return switch (step) {
            case PETITION_ACCEPT -> "phieu-kn-nhan-don";
            case PETITION_SETTLE -> "phieu-kn-thu-ly";
            case PETITION_GUIDE -> "phieu-kn-khong-thu-ly";
            case PETITION_PAPER -> "phieu-kn-cho-don";
            case TRIAGE, FORWARD, ACCEPT, ANSWER, ANSWER_AGAIN ->
                throw new IllegalStateException("no step of a petition: " + step);
        };
    }

    /** A day that stands is not promised, nor any of a khiếu nại before its paper (R10); where no office above has it none is spoken of. */
    private static String ours(View view) {
        if (view.kind() == ComplaintKind.COMPLAINT && AT_THE_DESK.contains(view.state())) {
            return "phieu-kn-huong-dan";
        }
        if (view.stands().isPresent() && DATED.contains(view.state())) {
            return "phieu-tam-dung";
        }
        boolean atTheDesk = view.state() == State.MO_LAI && view.routedTo().isEmpty();
        return atTheDesk ? "phieu-mo-lai-khac" : PROMPTS.get(view.state());
    }

    private Step judge(Dialogue talk, TicketNumber ticket, boolean yes) {
        PhoneNumber phone = talk.caller().orElseThrow();
        Optional<Satisfaction> outcome = transaction.call(() -> {
            lines.openQuestion(phone)
                    .map(open -> open.question())
                    .filter(open ->
                            open.kind() == Kind.SATISFIED && open.about().equals(ticket.digits()))
                    .ifPresent(open -> lines.answered(phone));
            return status.satisfied(ticket, phone, yes);
        });
        talk.isAt(Place.MAIN);
        return outcome.map(judged -> judged.reopened()
                        ? reopened(talk, transaction.call(() -> status.of(ticket, phone)), judged)
                        : thank(talk, yes))
                .orElseGet(this::ask);
    }

    private static Step reopened(Dialogue talk, Optional<View> now, Satisfaction judged) {
        boolean above = now.flatMap(View::routedTo).isPresent();
        talk.say(Said.of(
                above ? "da-mo-lai" : "da-mo-lai-khac", "ngay", judged.due().toString()));
        return Step.END;
    }

    private Step thank(Dialogue talk, boolean yes) {
        return yes ? thanked(talk) : Question.of("mo-lai-het-lan").once(Step.END);
    }

    private static Step thanked(Dialogue talk) {
        talk.say(Said.of("cam-on-hai-long"));
        return Step.END;
    }
}
