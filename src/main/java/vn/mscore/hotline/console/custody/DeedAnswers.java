package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Carries out what a custodian does with a case: its page again, or the page with the refusal and what was typed. */
@Singleton
public class DeedAnswers {
    /** Which field a refusal stands at; of an office it depends on the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "sealed.unit", "unit",
            "complaint.unit-ended", "unit",
            "sealed.meeting", "on",
            "sealed.paper-day", "on",
            "sealed.extended", "reason",
            "sealed.no-term", "reason");

    private final Asked asked;
    private final CasePage page;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    DeedAnswers(Asked asked, CasePage page, InTransaction transaction) {
        this.asked = asked;
        this.page = page;
        this.transaction = transaction;
    }

    /**
     * Does it, and answers.
     *
     * @param draft what was typed and must not be lost
     */
    Response carryOut(String address, BiFunction<Viewer, Pseudonym, Optional<Reason>> deed, String draft) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        Optional<Reason> refused = transaction.call(() -> deed.apply(asked.viewer(), pseudonym));
        return refused.map(reason -> refused(address, reason, draft)).orElseGet(() -> back(address));
    }

    /** Says why not. */
    Response refused(String address, Reason reason, String draft) {
        return switch (reason.code()) {
            case "sealed.unknown" -> throw new NotFoundException();
            case "sealed.step-up" ->
                draft.isBlank()
                        ? Response.seeOther(URI.create("/console/step-up?to=/console/sealed/" + address))
                                .build()
                        : page.show(address, note(reason, draft));
            default -> page.show(address, note(reason, draft));
        };
    }

    private CasePage.Note note(Reason reason, String draft) {
        String path = asked.circumstances().path();
        String deed = path.substring(path.lastIndexOf('/') + 1);
        String field = FIELDS.getOrDefault(reason.code(), "");
        String at = field.equals("unit") && deed.equals("summary") ? "accused" : field;
        return CasePage.Note.refused(reason, draft, new Refill(deed, at, asked.sentence(reason), asked.form()));
    }

    /** The page of the case. */
    static Response back(String address) {
        return Response.seeOther(URI.create("/console/sealed/" + address)).build();
    }
}
