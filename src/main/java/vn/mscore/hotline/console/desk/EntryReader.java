package vn.mscore.hotline.console.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.complaint.EnterCase.Entry;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** Makes an entry out of a form. */
@Singleton
public class EntryReader {
    private static final Reason PHONE = new Reason(
            "entry.phone",
            "Số điện thoại chưa đúng; để trống nếu không có. / The phone number cannot be read; leave it empty if there is none.");
    private static final Reason DOSSIER = new Reason(
            "entry.dossier",
            "Mã hồ sơ chưa đúng; để trống nếu không có. / The dossier code cannot be read; leave it empty if there is none.");
    private static final Reason CALL = new Reason(
            "entry.call",
            "Số của cuộc gọi không còn được giữ; nhập số, hoặc bỏ chọn. / The number of the call is not kept any more; type it, or take the choice away.");
    private static final Reason CHOICE =
            new Reason("entry.choice", "Chọn cách đến và loại việc. / Choose how the person came and what kind it is.");

    private final CodeReader codes;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public EntryReader(CodeReader codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** Why the form is no entry; empty when {@link #entry} can be called. */
    Optional<Reason> fault(Form form, Typed typed, Optional<PhoneNumber> ofCall) {
        if (form.choice("channel", Channel.class).isEmpty()
                || form.choice("kind", ComplaintKind.class).isEmpty()) {
            return Optional.of(CHOICE);
        }
        if (!typed.phone().isEmpty() && phone(typed).isEmpty()) {
            return Optional.of(PHONE);
        }
        if (typed.phone().isEmpty() && typed.numberOfCall() && ofCall.isEmpty()) {
            return Optional.of(CALL);
        }
        return typed.dossier().isEmpty() || dossier(typed).isPresent() ? Optional.empty() : Optional.of(DOSSIER);
    }

    /** A number that is typed counts before that of the call. */
    Entry entry(Form form, Typed typed, Optional<PhoneNumber> ofCall) {
        return new Entry(
                form.choice("channel", Channel.class).orElseThrow(),
                form.choice("kind", ComplaintKind.class).orElseThrow(),
                phone(typed).or(() -> ofCall.filter(number -> typed.numberOfCall())),
                dossier(typed),
                typed.text(),
                typed.cannotWrite(),
                typed.readBack());
    }

    private static Optional<PhoneNumber> phone(Typed typed) {
        return PhoneNumber.parse(typed.phone());
    }

    private Optional<DossierCode> dossier(Typed typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Shown.ZONE);
        return codes.readPrefix(typed.dossier().toUpperCase(Locale.ROOT), today).flatMap(CodeReading::code);
    }
}
