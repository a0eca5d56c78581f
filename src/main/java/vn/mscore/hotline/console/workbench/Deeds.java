package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BadRequestException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.EndCases;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.SortCases;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.complaint.WorkCases;
import vn.mscore.hotline.console.Form;

/** Which use case a command of a form is, and which fields it takes from it. */
@Singleton
public class Deeds {
    private static final int WORDS = 4000;
    private static final int REASON = 1000;
    private static final int CODE = 50;

    private final Map<CaseCommand, BiFunction<Grip, Form, Decision>> table = new EnumMap<>(CaseCommand.class);

    /** Joined by CDI. */
    @Inject
    public Deeds(SortCases sort, WorkCases work, EndCases end, CaseNotes notes, SpokenWords spoken, BondDeeds bonds) {
        table.put(CaseCommand.TAKE, (grip, form) -> sort.take(grip, form.ticked("over")));
        table.put(CaseCommand.RELEASE, (grip, form) -> sort.release(grip));
        table.put(
                CaseCommand.CLASSIFY,
                (grip, form) -> sort.classify(grip, kind(form), code(form, "category"), accused(form)));
        table.put(
                CaseCommand.ROUTE,
                (grip, form) -> sort.route(grip, form.unit("unit").orElse(Form.NO_UNIT), note(form)));
        table.put(CaseCommand.UNDO, (grip, form) -> sort.undo(grip));
        table.put(CaseCommand.SUMMARIZE, (grip, form) -> sort.summarize(grip, words(form)));
        table.put(CaseCommand.ACCEPT, (grip, form) -> work.accept(grip));
        table.put(CaseCommand.HAND_BACK, (grip, form) -> work.handBack(grip, reason(form)));
        table.put(CaseCommand.ANSWER, (grip, form) -> work.answer(grip, answer(form)));
        table.put(CaseCommand.INFORM, (grip, form) -> work.inform(grip, reason(form)));
        table.put(CaseCommand.REFUSE, (grip, form) -> end.refuse(grip, reason(form)));
        table.put(CaseCommand.PASS_OUTSIDE, (grip, form) -> end.passOutside(grip, reason(form)));
        table.put(CaseCommand.WITHDRAW, (grip, form) -> end.withdraw(grip, reason(form)));
        table.put(CaseCommand.CLOSE, (grip, form) -> end.close(grip));
        table.put(CaseCommand.REOPEN, (grip, form) -> end.reopen(grip, reason(form)));
        table.put(CaseCommand.ACKNOWLEDGE, (grip, form) -> end.acknowledge(grip));
        table.put(CaseCommand.NOTE, (grip, form) -> notes.add(grip, words(form)));
        table.put(CaseCommand.TRANSCRIBE, (grip, form) -> spoken.type(grip, code(form, "recording"), words(form)));
        table.putAll(bonds.table());
    }

    /** Does it; throws {@link BadRequestException} for a field that no form of ours could send. */
    public Decision doIt(CaseCommand command, Grip grip, Form form) {
        return table.get(command).apply(grip, form);
    }

    private static WorkCases.Answer answer(Form form) {
        return new WorkCases.Answer(words(form), form.ticked("by-sms"));
    }

    /** A text that is too long is handed on, so that its refusal says so. */
    private static String words(Form form) {
        return form.text("text", WORDS).orElse(form.tooLong("text", WORDS) ? "x".repeat(WORDS + 1) : "");
    }

    private static Optional<String> note(Form form) {
        return form.tooLong("letter", REASON) ? Optional.of("x".repeat(WORDS + 1)) : form.text("letter", REASON);
    }

    static String reason(Form form) {
        return form.text("text", REASON).orElse(form.tooLong("text", REASON) ? "x".repeat(WORDS + 1) : "");
    }

    static String code(Form form, String name) {
        return form.text(name, CODE).orElse("");
    }

    static ComplaintKind kind(Form form) {
        return form.choice("kind", ComplaintKind.class).orElse(ComplaintKind.UNCLASSIFIED);
    }

    /** The office complained about; nothing typed says nothing about it. A tick that was there before undoes no office. */
    static Optional<Accused> accused(Form form) {
        return form.unit("unit")
                .map(Accused::of)
                .or(() -> form.ticked("unknown") ? Optional.of(Accused.UNKNOWN) : Optional.empty());
    }
}
