package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import vn.mscore.hotline.access.SignIn;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.LocalPath;

/** Asks for a fresh code before something that must not be done by whoever sits down at an open session. */
@Path("step-up")
@For(everyRole = true)
public class StepUpPage {
    private static final int LONGEST_CODE = 40;

    private final Asked asked;
    private final SignIn signIn;
    private final Steps steps;

    @Context
    private HttpServletRequest request;

    /** Joined by CDI. */
    @Inject
    public StepUpPage(Asked asked, SignIn signIn, Steps steps) {
        this.asked = asked;
        this.signIn = signIn;
        this.steps = steps;
    }

    /** Asks. */
    @GET
    public Response ask(@QueryParam("to") String to) {
        return steps.show("sign-in/step-up", Optional.ofNullable(to).map(LocalPath::of), asked);
    }

    /** Takes the code and leads back. */
    @POST
    public CompletionStage<Response> answer() {
        Asked here = asked.here();
        String code = here.form().text("code", LONGEST_CODE).orElse("");
        Origin origin = new Origin(
                here.circumstances().address(),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        return signIn.stepUp(here.circumstances().session(), code, origin)
                .thenApply(step -> steps.after(step, "sign-in/step-up", here));
    }
}
