package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.dossier.DossierChanged;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/** News of dossiers to the number registered with them: received, papers missing, late, refused, ready. */
@Singleton
public class DossierNotices {
    private final Messenger messenger;
    private final DossierLookup dossiers;
    private final NoticeSettings settings;

    /** Speaks through {@code messenger}. */
    @Inject
    DossierNotices(Messenger messenger, DossierLookup dossiers, Settings settings) {
        this.messenger = messenger;
        this.dossiers = dossiers;
        this.settings = NoticeSettings.from(settings);
    }

    void changed(@Observes DossierChanged fact) {
        if (settings.dossiers()) {
            fact.phone().ifPresent(phone -> text(fact, phone)
                    .ifPresent(text -> messenger.tell(phone, text, Purpose.NOTICE)));
        }
    }

    private Optional<String> text(DossierChanged fact, PhoneNumber phone) {
        return switch (fact.what()) {
            case RECEIVED -> received(fact, phone);
            case SUPPLEMENT_REQUIRED -> Optional.of(messenger.render("T05", phone, values(fact, phone)));
            case POSTPONED -> postponed(fact, phone);
            case REFUSED -> Optional.of(messenger.render("T07", phone, values(fact, phone)));
            case READY -> Optional.of(messenger.render("T04", phone, values(fact, phone)));
            case RETURNED -> Optional.empty();
        };
    }

    private Optional<String> received(DossierChanged fact, PhoneNumber phone) {
        Optional<Standing> standing = dossiers.anyone(fact.code()).filter(found -> found.workingDays() >= 0);
        return standing.map(found -> {
            Map<String, String> values = values(fact, phone);
            values.put("status", messenger.render("status.RECEIVED", phone, Map.of()));
            found.due().ifPresent(due -> values.put("due", Messenger.day(due)));
            values.put("left", left(found, phone));
            return messenger.render(found.due().isPresent() ? "T01" : "T31", phone, values);
        });
    }

    private String left(Standing standing, PhoneNumber phone) {
        int days = standing.workingDays();
        return days == 0
                ? messenger.render("left.today", phone, Map.of())
                : messenger.render("left.days", phone, Map.of("days", Integer.toString(days)));
    }

    private Optional<String> postponed(DossierChanged fact, PhoneNumber phone) {
        Optional<LocalDate> newDue = fact.newDue();
        return newDue.map(due -> {
            Map<String, String> values = values(fact, phone);
            values.put("due", Messenger.day(due));
            values.put("reason", fact.reason().orElseGet(() -> messenger.render("reason.none", phone, Map.of())));
            return messenger.render("T06", phone, values);
        });
    }

    private Map<String, String> values(DossierChanged fact, PhoneNumber phone) {
        Map<String, String> values = new HashMap<>();
        values.put("code", fact.code().value());
        values.put("office", messenger.name(fact.office(), phone));
        return values;
    }
}
