package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.SignIn;
import vn.mscore.hotline.access.SignIn.Enrolment;
import vn.mscore.hotline.access.SignIn.Origin;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.ForEverybody;
import vn.mscore.hotline.console.LocalPath;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.frame.Cookies;

/** Name and password, code, own password, second factor: one page each, in the order that the session says. */
@Path("login")
@ForEverybody
public class SignInPages {
    private static final int LONGEST_PASSWORD = 1000;
    private static final int LONGEST_CODE = 40;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Asked asked;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Steps steps;
    private final Cookies cookies;

    @Context
    private HttpServletRequest request;

    /** Joined by CDI. */
    @Inject
    public SignInPages(Pages pages, Asked asked, SignIn signIn, Sessions sessions, Steps steps, Cookies cookies) {
        this.pages = pages;
        this.asked = asked;
        this.signIn = signIn;
        this.sessions = sessions;
        this.steps = steps;
        this.cookies = cookies;
    }

    /** The beginning, or the step at which the session is; who is signed in already, in another window, goes on to his page. */
    @GET
    public Response name(@QueryParam("to") String to) {
        return stage().map(found -> found == Stage.OPEN ? page(to) : onward(found))
                .orElseGet(() -> steps.show("sign-in/name", Optional.ofNullable(to), asked));
    }

    /** Name and password. */
    @POST
    public CompletionStage<Response> name() {
        String login = asked.form().text("login", 50).orElse("");
        return after("sign-in/name", signIn.password(login, secret("password"), origin()));
    }

    /** Asks for the code. */
    @GET
    @Path("code")
    public Response code(@QueryParam("to") String to) {
        return at(Stage.CODE, "sign-in/code", to);
    }

    /** The code. */
    @POST
    @Path("code")
    public CompletionStage<Response> code() {
        return after("sign-in/code", signIn.code(session(), digits(), origin()));
    }

    /** Asks for an own password. */
    @GET
    @Path("password")
    public Response password(@QueryParam("to") String to) {
        return at(Stage.PASSWORD, "sign-in/password", to);
    }

    /** The own password, typed twice. */
    @POST
    @Path("password")
    public CompletionStage<Response> password() {
        if (!secret("password").equals(secret("again"))) {
            return java.util.concurrent.CompletableFuture.completedFuture(
                    pages.page(UNPROCESSABLE, "sign-in/password", fault("fault.password.differs"), asked));
        }
        return after("sign-in/password", signIn.choosePassword(session(), secret("password"), origin()));
    }

    /** Shows the picture for the authenticator. */
    @GET
    @Path("enrol")
    public Response enrol(@QueryParam("to") String to) {
        return signIn.enrolment(session())
                .map(enrolment -> pages.page("sign-in/enrol", picture(enrolment, to == null ? "" : to, ""), asked))
                .orElseGet(this::begin);
    }

    /** The first code of the authenticator; answers with the recovery codes. */
    @POST
    @Path("enrol")
    public CompletionStage<Response> enrol() {
        Asked here = asked.here();
        String session = session();
        return signIn.enrol(session, digits(), origin())
                .thenApply(step -> step.stage() == Stage.ENROL
                        ? wrongFirstCode(step, session, here)
                        : steps.after(step, "sign-in/name", here));
    }

    /** Ends a session that is only half signed in. */
    @POST
    @Path("leave")
    public Response leave() {
        return SignOut.leave(asked, signIn, cookies);
    }

    private Response wrongFirstCode(Step step, String session, Asked here) {
        String fault = "fault." + step.refusal().orElseThrow().code();
        Enrolment enrolment = signIn.enrolment(session).orElseThrow();
        String to = here.form().text("to", 500).orElse("");
        return pages.page(UNPROCESSABLE, "sign-in/enrol", picture(enrolment, to, fault), here);
    }

    private static Map<String, Object> picture(Enrolment enrolment, String to, String fault) {
        return Map.of("qr", QrPath.of(enrolment.uri()), "secret", enrolment.secret(), "to", to, "fault", fault);
    }

    private Map<String, Object> fault(String word) {
        Map<String, Object> model = new HashMap<>();
        model.put("fault", word);
        model.put("to", asked.form().text("to", 500).orElse(""));
        return model;
    }

    private CompletionStage<Response> after(String template, CompletionStage<Step> step) {
        Asked here = asked.here();
        return step.thenApply(done -> steps.after(done, template, here));
    }

    private Response at(Stage stage, String template, String to) {
        return stage().filter(stage::equals)
                .map(found -> steps.show(template, Optional.ofNullable(to), asked))
                .orElseGet(this::begin);
    }

    private static Response page(String to) {
        return Response.seeOther(URI.create(LocalPath.of(to == null ? "" : to))).build();
    }

    private Response begin() {
        return onward(stage().orElse(null));
    }

    private Response onward(Stage stage) {
        return Response.seeOther(URI.create(stage == null ? "/console/login" : Steps.path(stage)))
                .build();
    }

    private Optional<Stage> stage() {
        return session().isEmpty() ? Optional.empty() : sessions.find(session()).map(Sessions.Session::stage);
    }

    private String session() {
        return asked.circumstances().session();
    }

    private String secret(String field) {
        return asked.form().raw(field, LONGEST_PASSWORD).orElse("");
    }

    private String digits() {
        return asked.form().text("code", LONGEST_CODE).orElse("");
    }

    private Origin origin() {
        String agent = request.getHeader("User-Agent");
        return new Origin(asked.circumstances().address(), agent == null ? "" : agent.replaceAll("\\p{Cntrl}", " "));
    }
}
