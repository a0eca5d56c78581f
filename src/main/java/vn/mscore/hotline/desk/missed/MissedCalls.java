package vn.mscore.hotline.desk.missed;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.MissedCallNoted;
import vn.mscore.hotline.voice.MissedRing;
import vn.mscore.hotline.voice.VoiceNumbers;

/**
 * Rings without an answer, on the trunk or on a modem. Once a day per number, never to foreign or premium numbers: whoever
 * shows a false number can make us spend nothing. A number with one dossier is told where it stands; the number is the
 * dossier's own, so nobody else learns of it. Any other number is called, and one that may look up nothing more.
 */
@Singleton
public class MissedCalls {
    private static final Duration DAY = Duration.ofHours(24);

    private final DossierLookup dossiers;
    private final Limits limits;
    private final LookupGate gate;
    private final StandingByText texts;
    private final RingBack rings;
    private final boolean wanted;

    /** Reads {@code hotline.missed.calls}. */
    @Inject
    MissedCalls(
            DossierLookup dossiers,
            Limits limits,
            LookupGate gate,
            StandingByText texts,
            RingBack rings,
            Settings settings) {
        this.dossiers = dossiers;
        this.limits = limits;
        this.gate = gate;
        this.texts = texts;
        this.rings = rings;
        this.wanted = settings.flag("hotline.missed.calls", true);
    }

    void ring(@Observes MissedRing fact) {
        missed(fact.caller(), Optional.empty());
    }

    void noted(@Observes MissedCallNoted fact) {
        missed(fact.caller(), Optional.of(fact.line()));
    }

    private void missed(Optional<PhoneNumber> caller, Optional<String> line) {
        caller.filter(phone -> wanted && VoiceNumbers.mayRing(phone))
                .filter(phone -> limits.take("missed.call", phone.e164(), 1, DAY))
                .ifPresent(phone -> answer(phone, line));
    }

    private void answer(PhoneNumber phone, Optional<String> line) {
        List<Standing> own = phone.isVietnameseMobile() ? dossiers.ofPhone(phone, 2) : List.of();
        if (own.size() == 1 && gate.admits(phone)) {
            texts.send(own.get(0), phone, line);
        } else {
            rings.back(phone);
        }
    }
}
