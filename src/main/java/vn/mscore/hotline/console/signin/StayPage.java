package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;

/** When the reader's session ends: a page that is typed into for long says so before, and that somebody is there (R37). */
@Path("stay")
@For(everyRole = true)
@Produces(MediaType.TEXT_PLAIN)
public class StayPage {
    private final Sessions sessions;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public StayPage(Sessions sessions, Asked asked) {
        this.sessions = sessions;
        this.asked = asked;
    }

    /** The seconds until it ends unless it is used, a space, the seconds until it ends in any case. */
    @GET
    @Background
    public String left() {
        return sessions.left(asked.circumstances().session())
                .map(left -> left.idle().toSeconds() + " " + left.whole().toSeconds())
                .orElse("0 0");
    }

    /** Somebody types, or says that he is still there: it is use, as any other deed. Answers as {@link #left}. */
    @POST
    public String stay() {
        return left();
    }
}
