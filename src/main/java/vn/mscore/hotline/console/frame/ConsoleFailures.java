package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.BodyTooLong;
import vn.mscore.hotline.platform.BodyTooSlow;
import vn.mscore.hotline.platform.Causes;

/** The one guard of the screens: says in words what happened and what to do; the trace stays in the log under a mark. */
@Provider
public class ConsoleFailures implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ConsoleFailures.class.getName());
    private static final int BAD_REQUEST = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LONG = 413;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** Statuses with words of their own. */
    private static final Set<Integer> WORDED = Set.of(403, 404, TOO_SLOW, 409, 413, 500, 503);

    private final Pages pages;

    @Context
    private HttpServletRequest request;

    /** Joined by CDI. */
    @Inject
    public ConsoleFailures(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response toResponse(Throwable failure) {
        int status = status(failure);
        if (failure instanceof WebApplicationException refused && status < SERVER_ERROR) {
            return refused.getResponse().hasEntity() || status < BAD_REQUEST
                    ? refused.getResponse()
                    : withAllow(page(status, ""), refused.getResponse().getHeaderString("Allow"));
        }
        if (status == TOO_LONG) {
            return page(status, "");
        }
        if (status == TOO_SLOW) {
            return Response.fromResponse(page(status, ""))
                    .header("Connection", "close")
                    .build();
        }
        Response page = page(status, log(failure));
        return status == UNAVAILABLE
                ? Response.fromResponse(page).header("Retry-After", "5").build()
                : page;
    }

    private static int status(Throwable failure) {
        for (Throwable cause : Causes.of(failure).toList()) {
            if (cause instanceof BodyTooLong) {
                return TOO_LONG;
            }
            if (cause instanceof BodyTooSlow) {
                return TOO_SLOW;
            }
            if (cause instanceof SQLException || cause instanceof PersistenceException) {
                return UNAVAILABLE;
            }
        }
        return failure instanceof WebApplicationException refused
                ? refused.getResponse().getStatus()
                : SERVER_ERROR;
    }

    private Response page(int status, String mark) {
        Asked asked = request.getAttribute(Entrance.ASKED) instanceof Asked known ? known : new Asked();
        String word = WORDED.contains(status) ? "error." + status : "error.other";
        String template = asked.fragment() ? "error-fragment" : "error";
        return pages.page(status, template, Map.of("status", status, "word", word, "mark", mark), asked);
    }

    private static Response withAllow(Response page, String allow) {
        return allow == null
                ? page
                : Response.fromResponse(page).header("Allow", allow).build();
    }

    private static String log(Throwable failure) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, failure, () -> "page failed, mark " + mark);
        return mark;
    }
}
