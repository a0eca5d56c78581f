package vn.mscore.hotline.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Stands in for the container's own error pages, which would name the product and, at times, show a stack trace. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer number ? number : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(code);
        response.setContentType("text/plain; charset=utf-8");
        String words =
                code == HttpServletResponse.SC_NOT_FOUND ? "không có trang này / no such page" : "không được / refused";
        response.getOutputStream().write((code + " " + words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
