package vn.mscore.hotline.platform.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What a caller of the interface is told when it is refused (RFC 9457): a status, a stable code and one sentence; never a
 * stack trace, a class name or a value of somebody else.
 *
 * @param status HTTP status
 * @param code stable machine code
 * @param detail one sentence for people
 */
public record Problem(int status, String code, String detail) {
    /** RFC 9457, section 6.1. */
    public static final MediaType TYPE = new MediaType("application", "problem+json", "utf-8");

    /** As a response. */
    public Response response() {
        return Response.status(status).type(TYPE).entity(json().toString()).build();
    }

    /** As the body of a response. */
    JsonObject json() {
        return Json.createObjectBuilder()
                .add("status", status)
                .add("code", code)
                .add("detail", detail)
                .build();
    }
}
