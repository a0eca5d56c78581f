package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.mscore.hotline.access.SignIn;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.frame.Cookies;

/** The way out: the session is dead on the server, and the browser forgets what it saw. */
@Path("logout")
@For(everyRole = true)
public class SignOut {
    private final Asked asked;
    private final SignIn signIn;
    private final Cookies cookies;

    /** Joined by CDI. */
    @Inject
    public SignOut(Asked asked, SignIn signIn, Cookies cookies) {
        this.asked = asked;
        this.signIn = signIn;
        this.cookies = cookies;
    }

    /** Ends an open session. */
    @POST
    public Response leave() {
        return leave(asked, signIn, cookies);
    }

    static Response leave(Asked asked, SignIn signIn, Cookies cookies) {
        signIn.signOut(asked.circumstances().session());
        return Response.seeOther(URI.create("/console/login"))
                .cookie(cookies.noSession())
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }
}
