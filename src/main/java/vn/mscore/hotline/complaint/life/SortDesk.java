package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.Complaints.Holder;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.SortCases;
import vn.mscore.hotline.privacy.Redactor;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** The desk of the hotline. */
@Singleton
public class SortDesk implements SortCases {
    private static final Reason NOTHING =
            new Reason("case.nothing-to-undo", "không còn gì để hoàn tác / nothing to undo any more");

    private static final Set<State> AT_DESK = EnumSet.of(State.MOI, State.PHAN_LOAI, State.MO_LAI);

    private final Gate gate;
    private final Complaints complaints;
    private final Categories categories;
    private final Deadlines deadlines;
    private final Receivers receivers;
    private final Onward onward;

    /** Joined by CDI. */
    @Inject
    SortDesk(
            Gate gate,
            Complaints complaints,
            Categories categories,
            Deadlines deadlines,
            Receivers receivers,
            Onward onward) {
        this.gate = gate;
        this.complaints = complaints;
        this.categories = categories;
        this.deadlines = deadlines;
        this.receivers = receivers;
        this.onward = onward;
    }

    /** Where decisions and texts go. */
    @Singleton
    static class Onward {
        private final UndoWindow window;
        private final Waiting waiting;
        private final Written written;
        private final AccusedOffices accused;
        private final Undone undone;
        private final Verifiers verifiers;
        private final Joining joining;
        private final SplitOffs splitOffs;

        @Inject
        Onward(
                UndoWindow window,
                Waiting waiting,
                Written written,
                AccusedOffices accused,
                Undone undone,
                Verifiers verifiers,
                Joining joining,
                SplitOffs splitOffs) {
            this.splitOffs = splitOffs;
            this.joining = joining;
            this.verifiers = verifiers;
            this.undone = undone;
            this.window = window;
            this.waiting = waiting;
            this.written = written;
            this.accused = accused;
        }
    }

    @Override
    public Decision take(Grip grip, boolean over) {
        return gate.pass(CaseCommand.TAKE, grip, held -> take(held, over));
    }

    private Optional<Reason> take(Held held, boolean over) {
        String login = held.viewer().login();
        boolean others = other(held).isPresent();
        if (others && !over) {
            return Refusals.because("case.taken", "người khác đã nhận phiếu này / somebody else has it");
        }
        complaints.hold(
                held.complaint(), Optional.of(new Holder(login, held.viewer().name())));
        complaints.move(
                held.complaint(), others ? Step.to(held.next(), held.complaint(), login, "take-over") : held.step());
        return Optional.empty();
    }

    private Optional<Holder> other(Held held) {
        return complaints.holder(held.complaint()).filter(has -> !has.login()
                .equals(held.viewer().login()));
    }

    /** At the desk a case is sorted and sent by whoever has taken it; an office's officer keeps the desk off nothing. */
    private Optional<Reason> claimed(Held held) {
        return other(held)
                .filter(has -> AT_DESK.contains(held.complaint().state()))
                .map(has -> new Reason(
                        "case.held", has.name() + " đang giữ phiếu này / " + has.name() + " has taken this case"));
    }

    @Override
    public Decision release(Grip grip) {
        return gate.pass(CaseCommand.RELEASE, grip, held -> {
            complaints.hold(held.complaint(), Optional.empty());
            complaints.log(
                    held.complaint(), held.viewer().login(), held.command().code());
            return Optional.empty();
        });
    }

    @Override
    public Decision classify(Grip grip, ComplaintKind kind, String category, Optional<Accused> accused) {
        return gate.pass(
                CaseCommand.CLASSIFY, grip, held -> claimed(held).or(() -> classified(held, kind, category, accused)));
    }

    private Optional<Reason> classified(Held held, ComplaintKind kind, String category, Optional<Accused> accused) {
        return categories
                .byCode(category)
                .filter(known -> kind != ComplaintKind.UNCLASSIFIED)
                .map(known -> accused.flatMap(Accused::unit)
                        .flatMap(receivers::unknown)
                        .or(() -> unnamed(held, kind, known, accused))
                        .or(() -> isSecret(kind, known) ? stillRead(held) : Optional.empty())
                        .or(() -> onward.joining.becoming(held.complaint(), kind))
                        .or(() -> classify(held, kind, known, accused)))
                .orElseGet(() ->
                        Refusals.because("complaint.category", "chọn loại và lĩnh vực / choose kind and category"));
    }

    private Optional<Reason> unnamed(Held held, ComplaintKind kind, Category category, Optional<Accused> accused) {
        return isSecret(kind, category) ? Optional.empty() : receivers.unnamed(held.complaint(), category, accused);
    }

    /** Sealing a part hides nothing while its words stand in what it was split off, and nobody would see any more whose they are. */
    private Optional<Reason> stillRead(Held held) {
        return onward.splitOffs
                .first(held.complaint())
                .map(
                        first -> new Reason(
                                "case.split-first",
                                "lời này còn nằm trong phiếu " + first.ticket() + ": phân loại phiếu ấy trước"
                                        + " / these words still stand in the case they were split off: classify that one first"));
    }

    private static boolean isSecret(ComplaintKind kind, Category category) {
        return kind == ComplaintKind.DENUNCIATION || category.secret();
    }

    private Optional<Reason> classify(Held held, ComplaintKind kind, Category category, Optional<Accused> accused) {
        Complaint complaint = held.complaint();
        if (isSecret(kind, category)) {
            complaints.hide(complaint, held.viewer().login());
            return Optional.empty();
        }
        Deadlines.Answer answer = deadlines.answer(complaint, kind, category.code());
        complaints.classify(
                complaint,
                new Classification(
                        kind,
                        category.code(),
                        answer.due(),
                        answer.since(),
                        true,
                        held.viewer().login()));
        // The form shows what was stated before and sends it again.
        accused.filter(stated -> !onward.accused.of(complaint.ticket()).equals(Optional.of(stated)))
                .ifPresent(stated ->
                        onward.accused.state(complaint, stated, held.viewer().login()));
        if (held.next() != complaint.state()) {
            complaints.find(complaint.ticket()).ifPresent(sorted -> complaints.move(sorted, held.step()));
        }
        around(held, category);
        return Optional.empty();
    }

    /** What is with the office complained about comes back to the desk at once, which is shown the way around it. */
    private void around(Held held, Category category) {
        complaints
                .find(held.complaint().ticket())
                .filter(sorted -> !receivers.mayKeep(sorted, category))
                .ifPresent(sorted -> complaints.handBack(
                        sorted, Step.to(State.PHAN_LOAI, sorted, held.viewer().login(), "taken-from-accused")));
    }

    @Override
    public Decision route(Grip grip, UnitCode unit, Optional<String> note) {
        return gate.pass(CaseCommand.ROUTE, grip, held -> {
            Optional<Reason> refusal = note.flatMap(Refusals::words)
                    .or(() -> claimed(held))
                    .or(() -> onward.verifiers.refusal(held.complaint(), unit));
            if (refusal.isEmpty()) {
                onward.window.put(held, UndoWindow.Wish.to(unit, note.map(Redactor::mask)));
            }
            return refusal;
        });
    }

    @Override
    public Decision undo(Grip grip) {
        return gate.pass(CaseCommand.UNDO, grip, held -> {
            Optional<Reason> refusal = onward.waiting
                    .find(held.complaint())
                    .map(deed -> Refusals.unless(mayTakeBack(held.viewer(), deed.by()), Refusals.NOT_YOURS))
                    .orElseGet(() -> Optional.of(NOTHING));
            if (refusal.isEmpty()) {
                onward.undone.takeOut(held.complaint());
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
            }
            return refusal;
        });
    }

    private static boolean mayTakeBack(Viewer viewer, Waiting.By by) {
        return viewer.is(Role.OPERATOR) || viewer.login().equals(by.login());
    }

    @Override
    public Decision summarize(Grip grip, String text) {
        return gate.pass(CaseCommand.SUMMARIZE, grip, held -> {
            Optional<Reason> refusal = Refusals.words(text);
            if (refusal.isEmpty()) {
                onward.written.add(held, Kind.SUMMARY, Redactor.mask(text));
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
            }
            return refusal;
        });
    }
}
