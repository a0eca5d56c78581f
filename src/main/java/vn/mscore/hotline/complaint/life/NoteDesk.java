package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.privacy.Redactor;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Internal notes. What an office writes is masked: somebody may have copied the citizen's number into it (row 150). What the
 * desk writes is kept whole and shown like the citizen's own words, numbers covered.
 */
@Singleton
public class NoteDesk implements CaseNotes {
    private final Gate gate;
    private final Complaints complaints;
    private final Written written;

    /** Joined by CDI. */
    @Inject
    NoteDesk(Gate gate, Complaints complaints, Written written) {
        this.gate = gate;
        this.complaints = complaints;
        this.written = written;
    }

    @Override
    public Decision add(Grip grip, String text) {
        return gate.pass(CaseCommand.NOTE, grip, held -> {
            Optional<Reason> refusal = Refusals.words(text);
            if (refusal.isEmpty()) {
                boolean desk = held.viewer().role() == Role.OPERATOR;
                written.add(held, Kind.NOTE, desk ? text : Redactor.mask(text));
                complaints.log(
                        held.complaint(), held.viewer().login(), held.command().code());
            }
            return refusal;
        });
    }

    @Override
    public List<Note> of(Viewer viewer, TicketNumber ticket) {
        return written.of(ticket).stream()
                .filter(note -> mayRead(viewer, note))
                .map(note -> shown(viewer, note))
                .toList();
    }

    /** The desk uncovers a number in front of the trail; who is bound by a clock reads why it stands, without one. */
    private static Note shown(Viewer viewer, Note note) {
        if (viewer.is(Role.OPERATOR)) {
            return note.saying(Shown.masked(note.text()));
        }
        return note.kind() == Kind.PAUSE ? note.saying(Redactor.mask(note.text())) : note;
    }

    @Override
    public List<String> numbers(TicketNumber ticket) {
        return written.of(ticket).stream()
                .flatMap(note -> Shown.numbers(note.text()).stream())
                .toList();
    }

    private static boolean mayRead(Viewer viewer, Note note) {
        return switch (viewer.role()) {
            case OPERATOR -> true;
            case OFFICER, LEADER ->
                note.kind() == Kind.SUMMARY
                        || note.kind() == Kind.PAUSE
                        || note.unit().isPresent() && note.unit().equals(viewer.unit());
            case DELEGATE -> note.kind() == Kind.SUMMARY;
            case CUSTODIAN, AUDITOR, ADMINISTRATOR -> false;
        };
    }

    @Override
    public Optional<String> summary(TicketNumber ticket) {
        return written.of(ticket).stream()
                .filter(note -> note.kind() == Kind.SUMMARY)
                .map(Note::text)
                .reduce((older, newer) -> newer);
    }
}
