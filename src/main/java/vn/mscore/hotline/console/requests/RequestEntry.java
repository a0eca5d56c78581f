package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.SubjectEntries;
import vn.mscore.hotline.citizen.SubjectEntries.Taken;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.EnterCase;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.complaint.EnterCase.Entry;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** Writes down a request about one's own data for somebody who does not text. */
@Singleton
public class RequestEntry {
    private static final int SHORT = 60;
    private static final int FEWEST = 5;
    private static final int LONG = 2000;
    private static final Reason NOT_YOURS = new Reason(
            "request.not-yours", "Việc của người trực đường dây nóng. / This is for the hotline's operators.");
    private static final Reason CHOICE = new Reason(
            "request.choice", "Chọn cách đến và điều người dân muốn. / Choose how the person came and what is wanted.");
    private static final Reason PHONE =
            new Reason("request.phone", "Số điện thoại chưa đúng. / The phone number cannot be read.");
    private static final Reason WORDS = new Reason(
            "request.words", "Ghi lời người dân, 5 đến 2000 ký tự. / Write down what was said, 5 to 2000 characters.");
    private static final Reason READ_BACK = new Reason(
            "request.read-back", "Đọc lại cho người dân nghe và đánh dấu. / Read it back and tick that you did.");

    private final SubjectEntries entries;
    private final EnterCase cases;
    private final SecretWords secret;
    private final AuditTrail audit;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    RequestEntry(
            SubjectEntries entries, EnterCase cases, SecretWords secret, AuditTrail audit, InTransaction transaction) {
        this.entries = entries;
        this.cases = cases;
        this.secret = secret;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The number of the request, empty where {@code refusal} says why nothing was kept. */
    record Entered(Optional<Reason> refusal, String number) {}

    /** Keeps what {@code form} says in a transaction of its own and writes it to the audit trail. */
    Entered enter(Viewer viewer, Form form) {
        return fault(viewer, form)
                .map(why -> new Entered(Optional.of(why), ""))
                .orElseGet(() -> new Entered(Optional.empty(), keep(viewer, form)));
    }

    private static Optional<Reason> fault(Viewer viewer, Form form) {
        if (!viewer.is(Role.OPERATOR)) {
            return Optional.of(NOT_YOURS);
        }
        if (form.choice("channel", Channel.class).isEmpty()
                || form.choice("wish", SubjectWish.class).isEmpty()) {
            return Optional.of(CHOICE);
        }
        if (phone(form).isEmpty()) {
            return Optional.of(PHONE);
        }
        if (words(form).length() < FEWEST) {
            return Optional.of(WORDS);
        }
        return form.ticked("read-back") ? Optional.empty() : Optional.of(READ_BACK);
    }

    private static Optional<PhoneNumber> phone(Form form) {
        return form.text("phone", SHORT).flatMap(PhoneNumber::parse);
    }

    private static String words(Form form) {
        return form.text("text", LONG).orElse("");
    }

    /** As a case of the sealed lane: a request is read by every operator. */
    private static Entry report(Channel channel, PhoneNumber phone, String words) {
        return new Entry(channel, ComplaintKind.DENUNCIATION, Optional.of(phone), Optional.empty(), words, false, true);
    }

    /** The form was read as strictly before. */
    private void seal(Viewer viewer, Entry report) {
        cases.enter(viewer, report).refusal().ifPresent(why -> {
            throw new IllegalStateException("words of a request were kept nowhere: " + why.code());
        });
    }

    private String keep(Viewer viewer, Form form) {
        Channel channel = form.choice("channel", Channel.class).orElseThrow();
        SubjectWish wish = form.choice("wish", SubjectWish.class).orElseThrow();
        PhoneNumber phone = phone(form).orElseThrow();
        boolean apart = secret.areIn(words(form));
        String kept = apart ? wish.command() : words(form);
        return transaction.call(() -> {
            String number = entries.enter(phone, new Taken(wish, kept, channel.name(), viewer.login()))
                    .number();
            if (apart) {
                seal(viewer, report(channel, phone, words(form)));
            }
            audit.note(viewer, "data-request.entered", number, channel + " " + wish);
            return number;
        });
    }
}
