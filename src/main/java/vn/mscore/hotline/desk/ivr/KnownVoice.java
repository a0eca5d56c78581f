package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.wording.Prompts;

/** The voice pack in which a number wants to be spoken to, whichever call it is in: its own choice, or its language. */
@Singleton
class KnownVoice {
    private static final Map<Tongue, String> TONGUES = Map.of(Tongue.BRU, "bru", Tongue.PA_CO, "pako");

    private final CitizenLines lines;
    private final Prompts prompts;
    private final InTransaction transaction;

    @Inject
    KnownVoice(CitizenLines lines, Prompts prompts, InTransaction transaction) {
        this.lines = lines;
        this.prompts = prompts;
        this.transaction = transaction;
    }

    /** One that is installed; needs a transaction. */
    Optional<String> of(PhoneNumber phone) {
        return lines.voice(phone)
                .or(() -> lines.tongue(phone).map(TONGUES::get))
                .filter(prompts.packs()::contains);
    }

    /** Goes on in the voice of the number that is shown. */
    void recall(Dialogue talk) {
        talk.caller().flatMap(phone -> transaction.call(() -> of(phone))).ifPresent(talk::speaks);
    }
}
