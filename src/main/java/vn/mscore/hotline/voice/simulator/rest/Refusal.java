package vn.mscore.hotline.voice.simulator.rest;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response;

/** What a caller is told when something is refused (RFC 9457). */
final class Refusal {
    private Refusal() {}

    static Response of(Response.Status status, String code, String detail) {
        String body = Json.createObjectBuilder()
                .add("status", status.getStatusCode())
                .add("code", code)
                .add("detail", detail)
                .build()
                .toString();
        return Response.status(status)
                .type("application/problem+json;charset=utf-8")
                .entity(body)
                .build();
    }

    static Response badRequest(String code, String detail) {
        return of(Response.Status.BAD_REQUEST, code, detail);
    }
}
