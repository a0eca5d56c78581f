package vn.mscore.hotline.console.frame;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.ForEverybody;
import vn.mscore.hotline.console.LocalPath;

/** Lets a role in only where the resource names it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class RoleGate implements ContainerRequestFilter {
    private static final int FORBIDDEN = 403;

    private final Asked asked;
    private final Sessions sessions;

    @Context
    private ResourceInfo resource;

    /** Joined by CDI. */
    @Inject
    public RoleGate(Asked asked, Sessions sessions) {
        this.asked = asked;
        this.sessions = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean byItself = request.getHeaderString("X-Background") != null
                || resource.getResourceMethod().isAnnotationPresent(Background.class);
        if (!byItself) {
            sessions.used(asked.circumstances().session());
        }
        Optional<For> named = named(resource, For.class);
        if (named.isEmpty() && named(resource, ForEverybody.class).isPresent()) {
            return;
        }
        Viewer viewer = asked.maybeViewer().orElseThrow(ForbiddenException::new);
        For rule = named.filter(one -> opens(one, viewer)).orElseThrow(ForbiddenException::new);
        if (rule.stepUp() && !viewer.stepUpFresh()) {
            request.abortWith(toStepUp(page(rule, asked.circumstances().path())));
        }
    }

    static boolean opens(For rule, Viewer viewer) {
        return rule.everyRole() || Arrays.asList(rule.value()).contains(viewer.role());
    }

    static <A extends Annotation> Optional<A> named(ResourceInfo resource, Class<A> type) {
        A ofMethod = resource.getResourceMethod().getAnnotation(type);
        return Optional.ofNullable(
                ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(type));
    }

    /** The page of the form that was sent to {@code path}; home when the path is none of a page of ours. */
    static String page(For rule, String path) {
        String ours = LocalPath.of(path);
        String page = rule.from().isEmpty()
                ? ours
                : URI.create(ours).resolve(rule.from()).getPath();
        return page.endsWith("/") && !page.equals("/console/") ? page.substring(0, page.length() - 1) : page;
    }

    private Response toStepUp(String back) {
        String where = "/console/step-up?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return asked.fragment()
                ? Response.status(FORBIDDEN).header("HX-Redirect", where).build()
                : Response.seeOther(URI.create(where)).build();
    }
}
