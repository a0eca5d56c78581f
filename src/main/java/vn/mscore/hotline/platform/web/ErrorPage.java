package vn.mscore.hotline.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for the container's own error pages, which would name the product and, at times, show a stack trace. Programs get a
 * {@link Problem}, as for all that the interface refuses.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(code);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            response.setContentType(Problem.TYPE.toString());
            response.getOutputStream().write(problem(code).json().toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType("text/plain; charset=utf-8");
        String words =
                code == HttpServletResponse.SC_NOT_FOUND ? "không có trang này / no such page" : "không được / refused";
        response.getOutputStream().write((code + " " + words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(int code) {
        return switch (code) {
            case HttpServletResponse.SC_BAD_REQUEST ->
                new Problem(code, "head", "the head of the request, or the name it was sent to, is not accepted");
            case HttpServletResponse.SC_NOT_FOUND -> new Problem(code, "path", "there is nothing here");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> new Problem(code, "method", "see the field Allow");
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE ->
                new Problem(code, "content-type", "a body needs its Content-Type");
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> new Problem(code, "busy", "try again later");
            default -> new Problem(code, "refused", "not accepted");
        };
    }
}
