package vn.mscore.hotline.voice.simulator.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import vn.mscore.hotline.platform.OwnPage;
import vn.mscore.hotline.voice.simulator.SimulatedExchange;

/** Answers 404 outside the demo, and 403 to a change that another site's page sent. */
@Provider
@DemoCalls
public class CallDoor implements ContainerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    private final SimulatedExchange exchange;

    /** Guards {@code exchange}. */
    @Inject
    public CallDoor(SimulatedExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!exchange.isOpen()) {
            request.abortWith(Refusal.of(Response.Status.NOT_FOUND, "path", "there is nothing here"));
        } else if (!HARMLESS.contains(request.getMethod()) && !OwnPage.sent(request::getHeaderString)) {
            request.abortWith(Refusal.of(Response.Status.FORBIDDEN, "origin", "only its own page may call"));
        }
    }
}
