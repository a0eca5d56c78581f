package vn.mscore.hotline.console.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.SignIn.Step;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.LocalPath;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.frame.Cookies;
import vn.mscore.hotline.shared.Reason;

/** What the browser is told after a step: the cookie of the new session and the next page, or the same page with the reason. */
@Singleton
public class Steps {
    private static final int UNPROCESSABLE = 422;
    private static final String HOME = "/console/login";

    private final Pages pages;
    private final Cookies cookies;

    /** Joined by CDI. */
    @Inject
    public Steps(Pages pages, Cookies cookies) {
        this.pages = pages;
        this.cookies = cookies;
    }

    /** The page of a stage. */
    static String path(Stage stage) {
        return switch (stage) {
            case CODE -> HOME + "/code";
            case PASSWORD -> HOME + "/password";
            case ENROL -> HOME + "/enrol";
            case OPEN -> "/console/";
        };
    }

    /** After {@code step} of the form on {@code template}. */
    Response after(Step step, String template, Asked asked) {
        String to = LocalPath.of(asked.form().text("to", LocalPath.LONGEST).orElse(""));
        if (step.session().isEmpty()) {
            return refused(step, template, Map.of("to", to), asked);
        }
        if (!step.recoveryCodes().isEmpty()) {
            return recovery(step, to, asked);
        }
        String next = step.stage() == Stage.OPEN
                ? to
                : path(step.stage()) + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return Response.seeOther(URI.create(next))
                .cookie(cookies.session(step.session().get()))
                .build();
    }

    /** A session that is over leads back to the beginning, with the reason. */
    Response refused(Step step, String template, Map<String, Object> more, Asked asked) {
        Reason why = step.refusal().orElseThrow();
        boolean over = why.code().endsWith(".over");
        String page = over ? "sign-in/name" : template;
        Map<String, Object> model = new java.util.HashMap<>(more);
        model.put("fault", "fault." + why.code());
        model.put("login", asked.form().text("login", 50).orElse(""));
        return pages.page(UNPROCESSABLE, page, model, asked);
    }

    private Response recovery(Step step, String to, Asked asked) {
        List<String> codes = step.recoveryCodes();
        Response page = pages.page("sign-in/recovery", Map.of("codes", codes, "to", to), asked);
        return Response.fromResponse(page)
                .cookie(cookies.session(step.session().orElseThrow()))
                .build();
    }

    /** A page of the sign-in without a reason. */
    Response show(String template, Optional<String> to, Asked asked) {
        return pages.page(template, Map.of("to", to.orElse(""), "fault", "", "login", ""), asked);
    }
}
