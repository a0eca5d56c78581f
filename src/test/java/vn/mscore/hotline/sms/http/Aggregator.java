package vn.mscore.hotline.sms.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An aggregator on the JDK's own HTTP server: remembers what it was asked, answers what it is told. */
public final class Aggregator implements AutoCloseable {
    /** What it was asked, in the order it came. */
    public final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What it answers; null answers never. */
    public volatile Function<Asked, Says> answer = asked -> new Says(202, "0: Accepted for delivery");

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "aggregator");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpServer server;

    /** Listens on any free port. */
    public Aggregator() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** A request: its first line and body as they came, and a header of interest. */
    public record Asked(String method, String uri, String type, String authorization, String body) {}

    /** An answer. */
    public record Says(int status, String body) {}

    /** Where it listens, for {@code send.url}. */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void take(HttpExchange exchange) throws IOException {
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Says says = answer.apply(request);
        if (says == null) {
            hang();
            exchange.close();
            return;
        }
        byte[] body = says.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(says.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
