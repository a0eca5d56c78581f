package vn.mscore.hotline.console.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.ApiKeys;
import vn.mscore.hotline.access.ApiKeys.Scope;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.console.Shown;

/** Keys of other programs. */
@Path("keys")
@For(value = Role.ADMINISTRATOR, stepUp = true, from = "/console/keys")
public class KeysPage {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 100;

    private final Pages pages;
    private final Asked asked;
    private final ApiKeys keys;
    private final SentForms sent;

    /** Joined by CDI. */
    @Inject
    public KeysPage(Pages pages, Asked asked, ApiKeys keys, SentForms sent) {
        this.pages = pages;
        this.asked = asked;
        this.keys = keys;
        this.sent = sent;
    }

    /** The list. */
    @GET
    @For(Role.ADMINISTRATOR)
    public Response list() {
        return pages.page("accounts/keys", model(), asked);
    }

    /** Makes a key and shows it once. */
    @POST
    public Response create() {
        return sent.once(asked, "/console/keys", this::created);
    }

    private Response created() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (asked.form().texts("scope", LONGEST).contains(scope.name())) {
                scopes.add(scope);
            }
        }
        String name = asked.form().text("name", LONGEST).orElse("");
        return answer(asked.form()
                .text("day", LONGEST)
                .flatMap(KeysPage::date)
                .map(day -> keys.create(asked.viewer(), name, scopes, day))
                .orElseGet(() -> Outcome.refused("api-key.day", "cần chọn ngày / a day is needed")));
    }

    /** Revokes. */
    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") long id) {
        return answer(keys.revoke(asked.viewer(), id));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Response answer(Outcome outcome) {
        Map<String, Object> model = model();
        model.put("key", outcome.code().orElse(""));
        model.put("fault", outcome.refusal().map(why -> "fault." + why.code()).orElse(""));
        int status = outcome.refusal().isPresent() ? UNPROCESSABLE : Response.Status.OK.getStatusCode();
        return pages.page(status, "accounts/keys", model, asked);
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("keys", keys.all(asked.viewer()).stream().map(Line::of).toList());
        model.put("scopes", Scope.values());
        model.put("key", "");
        model.put("fault", "");
        return model;
    }

    /** A key as it is shown. */
    public record Line(ApiKeys.Listed key, String expires, boolean revoked, String used) {
        static Line of(ApiKeys.Listed key) {
            return new Line(
                    key,
                    Shown.time(key.expires()),
                    key.revoked().isPresent(),
                    key.used().map(Shown::time).orElse(""));
        }
    }
}
