package vn.mscore.hotline.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a child process, with limits opened wide so that a bench measures the work and not the limits. */
final class BenchGateway implements AutoCloseable {
    /** Both compilers, as an installation has them; the tests' gateways live too short for the second. */
    static final String AS_INSTALLED = "-XX:TieredStopAtLevel=4";

    private static final Map<String, String> WIDE_OPEN = Map.of(
            "hotline.reply.global.day", "1000000",
            "hotline.lookup.global.min", "100000",
            "hotline.lookup.perNumber.day", "10000",
            "hotline.reply.perNumber.10min", "1000",
            "hotline.reply.perNumber.day", "10000");

    private final Process process;
    private final Path var;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private BenchGateway(Process process, Path var, int port) {
        this.process = process;
        this.var = var;
        this.port = port;
    }

    /** Starts on an empty place and waits until it is ready. */
    static BenchGateway start(Map<String, String> settings) throws IOException, InterruptedException {
        Path var = Files.createDirectories(Path.of("target/bench/" + System.nanoTime()));
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("java", "-Xmx384m"));
        WIDE_OPEN.forEach((key, value) -> command.add("-D" + key + "=" + value));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-Dhotline.var=" + var, "-Dhotline.http.port=" + port, "-jar", "target/hotline.jar"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(var.resolve("gateway.log").toFile())
                .start();
        BenchGateway gateway = new BenchGateway(process, var, port);
        gateway.awaitReady();
        return gateway;
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(280);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (status("/health/ready") == 200) {
                return;
            }
            Thread.sleep(200);
        }
        close();
        throw new IllegalStateException("the gateway did not get ready; see " + var.resolve("gateway.log"));
    }

    private int status(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Calls the integrator's interface; throws with the answer when it is not 2xx. */
    String api(String method, String path, String type, String body) throws IOException, InterruptedException {
        String key = Files.readString(var.resolve("secrets/api-key")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Api-Key", key)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofMinutes(5))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Puts messages of the past into its tables. */
    void fill(int messages) throws IOException, SQLException {
        if (messages > 0) {
            OldMail.write(var, messages);
        }
    }

    /** The gateway and its database. */
    List<Consumption> processes() {
        List<Consumption> all = new ArrayList<>(List.of(new Consumption(process.toHandle())));
        process.descendants().forEach(child -> all.add(new Consumption(child)));
        return all;
    }

    /** Resident memory of the gateway and of its database, in MB. */
    String memory() throws IOException {
        StringBuilder text = new StringBuilder("JVM " + rss(process.toHandle()) + " MB");
        process.descendants().forEach(child -> text.append(", database ").append(rss(child)).append(" MB"));
        return text.toString();
    }

    private static long rss(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
