package vn.mscore.hotline.console.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Accounts;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.Accounts.Wanted;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.UnitCode;

/** People and their accounts. What changes who may do what asks for a fresh code first. */
@Path("accounts")
@For(value = Role.ADMINISTRATOR, stepUp = true, from = "/console/accounts")
public class AccountsPage {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 100;

    /** Which field a refusal is about. */
    private static final Map<String, String> FIELDS = Map.of(
            "account.login", "login",
            "account.taken", "login",
            "account.name", "name",
            "account.unit", "unit",
            "account.unknown-unit", "unit");

    private final Pages pages;
    private final Words words;
    private final Asked asked;
    private final Accounts accounts;

    /** Joined by CDI. */
    @Inject
    public AccountsPage(Pages pages, Words words, Asked asked, Accounts accounts) {
        this.pages = pages;
        this.words = words;
        this.asked = asked;
        this.accounts = accounts;
    }

    /** The list. */
    @GET
    @For(Role.ADMINISTRATOR)
    public Response list() {
        return pages.page("accounts/list", model(asked.viewer()), asked);
    }

    /** Makes an account and shows its invitation code once. */
    @POST
    public Response create() {
        Form form = asked.form();
        Optional<Role> role = form.choice("role", Role.class);
        Optional<String> unit = form.text("unit", LONGEST);
        if (role.isEmpty() || (unit.isPresent() && !UnitCode.isValid(unit.get()))) {
            return refused(Outcome.refused("account.unknown-unit", "không có đơn vị này / there is no such unit"));
        }
        String login = form.text("login", LONGEST).orElse("");
        Wanted wanted = new Wanted(login, form.text("name", LONGEST).orElse(""), role.get(), unit.map(UnitCode::new));
        Outcome outcome = accounts.create(asked.viewer(), wanted);
        return outcome.refusal().isPresent() ? refused(outcome) : answer(outcome, login);
    }

    /** The form again as it was typed, with the reason at its field. */
    private Response refused(Outcome outcome) {
        String code = outcome.refusal().orElseThrow().code();
        Map<String, Object> model = model(asked.viewer());
        model.put("refill", new Refill("create", FIELDS.getOrDefault(code, ""), say(code), asked.form()));
        return pages.page(UNPROCESSABLE, "accounts/list", model, asked);
    }

    private String say(String code) {
        return words.say(asked.language(), "fault." + code);
    }

    /** A new invitation. */
    @POST
    @Path("{login}/invite")
    public Response invite(@PathParam("login") String login) {
        return answer(accounts.invite(asked.viewer(), login), login);
    }

    /** Disables. */
    @POST
    @Path("{login}/disable")
    public Response disable(@PathParam("login") String login) {
        return answer(accounts.disable(asked.viewer(), login), login);
    }

    /** Enables again. */
    @POST
    @Path("{login}/enable")
    public Response enable(@PathParam("login") String login) {
        return answer(accounts.enable(asked.viewer(), login), login);
    }

    /** Another unit. */
    @POST
    @Path("unit")
    public Response changeUnit() {
        String login = asked.form().text("login", LONGEST).orElse("");
        Outcome outcome = asked.form()
                .text("unit", LONGEST)
                .filter(UnitCode::isValid)
                .map(unit -> accounts.changeUnit(asked.viewer(), login, new UnitCode(unit)))
                .orElseGet(
                        () -> Outcome.refused("account.unknown-unit", "không có đơn vị này / there is no such unit"));
        return answer(outcome, login);
    }

    /** Ends all sessions. */
    @POST
    @Path("{login}/end-sessions")
    public Response endSessions(@PathParam("login") String login) {
        return answer(accounts.endSessions(asked.viewer(), login), login);
    }

    /** Asks for, or confirms, that a lost second factor is taken away. */
    @POST
    @Path("{login}/reset-second-factor")
    public Response resetSecondFactor(@PathParam("login") String login) {
        return answer(accounts.resetSecondFactor(asked.viewer(), login), login);
    }

    private Response answer(Outcome outcome, String login) {
        Map<String, Object> model = model(asked.viewer());
        model.put("code", outcome.code().orElse(""));
        model.put("of", login);
        model.put("waiting", outcome.asked());
        model.put("fault", outcome.refusal().map(why -> "fault." + why.code()).orElse(""));
        int status = outcome.refusal().isPresent() ? UNPROCESSABLE : Response.Status.OK.getStatusCode();
        return pages.page(status, "accounts/list", model, asked);
    }

    private Map<String, Object> model(Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("accounts", accounts.all(viewer).stream().map(Line::of).toList());
        model.put("roles", Role.values());
        model.put("code", "");
        model.put("of", "");
        model.put("waiting", false);
        model.put("fault", "");
        model.put("refill", Refill.NONE);
        return model;
    }

    /** An account as it is shown. */
    public record Line(Accounts.Listed account, String unit, String signedIn) {
        static Line of(Accounts.Listed account) {
            return new Line(
                    account,
                    account.unit().map(UnitCode::value).orElse(""),
                    account.signedIn().map(Shown::time).orElse(""));
        }
    }
}
