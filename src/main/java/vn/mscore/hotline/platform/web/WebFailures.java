package vn.mscore.hotline.platform.web;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.BodyTooLong;
import vn.mscore.hotline.platform.BodyTooSlow;
import vn.mscore.hotline.platform.Causes;

/** The one guard of web requests: what went wrong is in the log under a mark, the caller sees the mark only. */
@Provider
public class WebFailures implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(WebFailures.class.getName());
    private static final int TOO_SLOW = 408;
    private static final int TOO_LONG = 413;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final Map<Integer, Problem> KNOWN = Map.of(
            400, new Problem(400, "request", "the request cannot be read"),
            404, new Problem(404, "path", "there is nothing here"),
            405, new Problem(405, "method", "this method is not offered here"),
            406, new Problem(406, "accept", "only JSON is offered here"),
            415, new Problem(415, "type", "this content type is not taken here"));

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause : Causes.of(failure).toList()) {
            if (cause instanceof BodyTooLong) {
                return new Problem(TOO_LONG, "body", "the body is longer than allowed").response();
            }
            if (cause instanceof BodyTooSlow) {
                return tooSlow();
            }
            if (cause instanceof SQLException || cause instanceof PersistenceException) {
                return outage(failure);
            }
        }
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < SERVER_ERROR) {
            return refusal(refused);
        }
        return bug(failure);
    }

    private static Response tooSlow() {
        return Response.fromResponse(
                        new Problem(TOO_SLOW, "body", "the body took longer to arrive than allowed").response())
                .header("Connection", "close")
                .build();
    }

    private static Response refusal(WebApplicationException refused) {
        Response given = refused.getResponse();
        if (given.hasEntity()) {
            return given;
        }
        int status = given.getStatus();
        Problem problem = KNOWN.getOrDefault(status, new Problem(status, "request", "the request is refused"));
        Response response = problem.response();
        String allow = given.getHeaderString("Allow");
        return allow == null
                ? response
                : Response.fromResponse(response).header("Allow", allow).build();
    }

    private static Response outage(Throwable failure) {
        String mark = log(failure);
        return Response.fromResponse(
                        new Problem(UNAVAILABLE, "outage", "not possible now, try again later; mark " + mark)
                                .response())
                .header("Retry-After", "5")
                .build();
    }

    private static Response bug(Throwable failure) {
        return new Problem(SERVER_ERROR, "failure", "something went wrong here; mark " + log(failure)).response();
    }

    private static String log(Throwable failure) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, failure, () -> "web request failed, mark " + mark);
        return mark;
    }
}
