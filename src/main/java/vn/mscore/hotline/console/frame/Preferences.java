package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.ForEverybody;
import vn.mscore.hotline.console.LocalPath;
import vn.mscore.hotline.console.Theme;
import vn.mscore.hotline.console.frame.Cookies.Kind;

/** Language and light: kept in the browser, also before anybody signs in. */
@Path("login/preferences")
@ForEverybody
public class Preferences {
    private final Asked asked;
    private final Cookies cookies;

    /** Joined by CDI. */
    @Inject
    public Preferences(Asked asked, Cookies cookies) {
        this.asked = asked;
        this.cookies = cookies;
    }

    /** Notes what was chosen and leads back to the page. */
    @POST
    public Response choose() {
        Response.ResponseBuilder answer = Response.seeOther(URI.create(
                LocalPath.of(asked.form().text("to", LocalPath.LONGEST).orElse(""))));
        asked.form()
                .text("language", 5)
                .ifPresent(value -> answer.cookie(cookies.keep(Kind.LANGUAGE, value.equals("en") ? "en" : "vi")));
        asked.form()
                .text("theme", 10)
                .ifPresent(value ->
                        answer.cookie(cookies.keep(Kind.THEME, Theme.of(value).word())));
        return answer.build();
    }
}
