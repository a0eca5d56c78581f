package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SealedDeeds;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Notes which letters left. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class LetterActions {
    private final Asked asked;
    private final SealedDeeds deeds;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public LetterActions(Asked asked, SealedDeeds deeds, InTransaction transaction) {
        this.asked = asked;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    /** A letter was given to the post. */
    @POST
    @Path("letters/sent")
    public Response sent() {
        long letter = asked.form().number("letter", 1, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
        String refused = transaction
                .call(() -> deeds.sent(asked.viewer(), letter))
                .map(Reason::code)
                .orElse("");
        if (refused.equals("sealed.unknown")) {
            throw new NotFoundException();
        }
        return Response.seeOther(next(refused)).build();
    }

    /** The page after a refusal with this code, empty for none: where the code is asked for, or the letters again. */
    public static URI next(String refused) {
        String first = refused.equals("sealed.step-up") ? "/console/step-up?to=" : "";
        return URI.create(first + "/console/sealed/letters");
    }
}
