package vn.mscore.hotline.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A witness as a deployer would write it: keeps each body that is signed with the common secret, as it came. */
final class HeadReceiver implements AutoCloseable {
    static final String SECRET = "0123456789abcdef01234567";

    private final HttpServer server;
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    HeadReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/heads", this::take);
        server.createContext("/elsewhere", exchange -> {
            kept.add("followed a redirect");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/heads";
    }

    /** Answers so from now on; keeps nothing unless it is 204. */
    void answer(int status) {
        answer = status;
    }

    List<String> kept() {
        return List.copyOf(kept);
    }

    String newest() {
        return kept.get(kept.size() - 1);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String stamp = exchange.getRequestHeaders().getFirst("X-Hotline-Timestamp");
        byte[] signature =
                exchange.getRequestHeaders().getFirst("X-Hotline-Signature").getBytes(StandardCharsets.UTF_8);
        boolean ours = MessageDigest.isEqual(hmac(stamp + "." + body).getBytes(StandardCharsets.UTF_8), signature);
        int status = ours ? answer : 401;
        if (status == 204) {
            kept.add(body);
        }
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
