package vn.mscore.hotline.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request at a time, bounded from its first octet to the last of its answer, which is thrown away. */
final class HttpPost implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Duration limit;
    private final ExecutorService worker;
    private final HttpClient client;

    /** Works on a thread called {@code name}; waits {@code limit} at most for a whole exchange, five seconds of it for the connection. */
    HttpPost(String name, ThreadFactory threads, Duration limit) {
        this.limit = limit;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = threads.newThread(work);
            thread.setName(name);
            thread.setDaemon(true);
            return thread;
        });
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .executor(worker)
                .build();
    }

    /** The status of the answer; an outage is an {@link IOException}. */
    int status(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<Void>> asked = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", e);
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
