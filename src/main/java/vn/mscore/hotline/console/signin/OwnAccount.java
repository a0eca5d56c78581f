package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.SignIn;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Passwords;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;

/** The own account: where one is signed in, and another password. */
@Path("account")
@For(everyRole = true)
public class OwnAccount {
    private static final int LONGEST_PASSWORD = 1000;
    private static final int LONGEST_CODE = 40;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Asked asked;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Steps steps;

    @Context
    private HttpServletRequest request;

    /** Joined by CDI. */
    @Inject
    public OwnAccount(Pages pages, Asked asked, SignIn signIn, Sessions sessions, Steps steps) {
        this.pages = pages;
        this.asked = asked;
        this.signIn = signIn;
        this.sessions = sessions;
        this.steps = steps;
    }

    /** The page. */
    @GET
    public Response show() {
        return pages.page("sign-in/account", model(asked, ""), asked);
    }

    private Map<String, Object> model(Asked here, String fault) {
        long own = sessions.find(here.circumstances().session())
                .map(Sessions.Session::id)
                .orElse(0L);
        List<Line> lines = sessions.of(here.viewer().account()).stream()
                .map(seen -> new Line(seen, Shown.time(seen.since()), Shown.time(seen.seen()), seen.id() == own))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("sessions", lines);
        model.put("fault", fault);
        return model;
    }

    /** Ends another session of the own account. */
    @POST
    @Path("sessions/{id}/end")
    public Response end(@PathParam("id") long id) {
        if (!sessions.end(asked.viewer().account(), id)) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/console/account")).build();
    }

    /** New recovery codes, for a fresh code of the authenticator; those before are no good any more. */
    @POST
    @Path("recovery")
    public CompletionStage<Response> recovery() {
        Asked here = asked.here();
        String code = here.form().text("code", LONGEST_CODE).orElse("");
        return signIn.renewRecoveryCodes(here.circumstances().session(), code, origin(here))
                .thenApply(step -> renewed(step, here));
    }

    private Response renewed(Step step, Asked here) {
        return step.session().isPresent()
                ? steps.after(step, "", here)
                : steps.refused(step, "sign-in/account", model(here, ""), here);
    }

    /** Another password; every other session ends. */
    @POST
    @Path("password")
    public CompletionStage<Response> password() {
        Asked here = asked.here();
        if (!field(here, "password").equals(field(here, "again"))) {
            return CompletableFuture.completedFuture(refused(here, "fault.password.differs"));
        }
        Passwords passwords = new Passwords(field(here, "old"), field(here, "password"));
        return signIn.changePassword(here.circumstances().session(), passwords, origin(here))
                .thenApply(step -> changed(step, here));
    }

    private Response changed(Step step, Asked here) {
        return step.session().isPresent()
                ? steps.after(step, "", here)
                : refused(here, "fault." + step.refusal().orElseThrow().code());
    }

    private Response refused(Asked here, String fault) {
        return pages.page(UNPROCESSABLE, "sign-in/account", model(here, fault), here);
    }

    private static String field(Asked here, String name) {
        return here.form().raw(name, LONGEST_PASSWORD).orElse("");
    }

    private Origin origin(Asked here) {
        return new Origin(
                here.circumstances().address(),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    /** A session in the list. */
    public record Line(Sessions.Seen seen, String since, String last, boolean own) {}
}
