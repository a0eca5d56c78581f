package vn.mscore.hotline.sms.simulator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import vn.mscore.hotline.platform.OwnPage;
import vn.mscore.hotline.sms.simulator.SimulatorService;

/** Answers 404 outside the demo, and 403 to a change that another site's page sent. */
@Provider
@DemoOnly
public class DemoDoor implements ContainerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private final SimulatorService service;

    /** Guards {@code service}. */
    @Inject
    public DemoDoor(SimulatorService service) {
        this.service = service;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (service.running().isEmpty()) {
            request.abortWith(Refusal.of(Response.Status.NOT_FOUND, "path", "there is nothing here"));
        } else if (!HARMLESS.contains(request.getMethod()) && !OwnPage.sent(request::getHeaderString)) {
            request.abortWith(Refusal.of(Response.Status.FORBIDDEN, "origin", "only its own page may change the demo"));
        }
    }
}
