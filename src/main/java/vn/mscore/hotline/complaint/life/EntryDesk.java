package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.EnterCase;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Writes down what somebody says who does not text. */
@Singleton
public class EntryDesk implements EnterCase {
    private static final Reason READ_BACK =
            new Reason("case.read-back", "đọc lại cho người dân nghe và xác nhận / read it back and have it confirmed");

    private final RegisterComplaint register;
    private final EntryBook book;
    private final Audit audit;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    EntryDesk(RegisterComplaint register, EntryBook book, Audit audit, InTransaction transaction) {
        this.register = register;
        this.book = book;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Entered enter(Viewer clerk, Entry entry) {
        return refusal(clerk, entry)
                .map(reason -> new Entered(Optional.of(reason), Optional.empty(), Optional.empty(), false))
                .orElseGet(() -> transaction.call(() -> keep(clerk, entry)));
    }

    private static Optional<Reason> refusal(Viewer clerk, Entry entry) {
        return Refusals.unless(clerk.is(Role.OPERATOR, Role.OFFICER), Refusals.NOT_YOURS)
                .or(() -> Refusals.words(entry.text()))
                .or(() -> Refusals.unless(entry.readBack(), READ_BACK));
    }

    private Entered keep(Viewer clerk, Entry entry) {
        String channel = "console:" + entry.channel() + ":" + clerk.login();
        Registered registered = register.register(
                new NewComplaint(entry.kind(), entry.phone(), entry.text().strip(), entry.dossier(), channel, false));
        book.note(registered.ticket(), entry, clerk);
        audit.note(clerk, "enter", registered.ticket());
        return new Entered(
                Optional.empty(), Optional.of(registered.ticket()), Optional.of(registered.due()), registered.secret());
    }
}
