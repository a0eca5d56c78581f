package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.frame.Cookies.Kind;

/** Gives the sign-in page the cookie that its form's token is compared with: also signing in cannot be forged. */
@Provider
public class FormCookie implements ContainerResponseFilter {
    private final Cookies cookies;

    /** Joined by CDI. */
    @Inject
    public FormCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(Entrance.ASKED) instanceof Asked asked) {
            give(asked, request, response);
        }
    }

    private void give(Asked asked, ContainerRequestContext request, ContainerResponseContext response) {
        String token = asked.csrf();
        boolean outside = asked.circumstances().session().isEmpty() && !token.isEmpty();
        if (outside && !token.equals(cookies.read(request.getCookies(), Kind.FORM))) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.make(Kind.FORM, token));
        }
    }
}
