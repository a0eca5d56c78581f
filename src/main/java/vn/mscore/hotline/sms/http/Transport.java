package vn.mscore.hotline.sms.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import vn.mscore.hotline.platform.Causes;

/** Asks an aggregator over HTTP: once, without following it anywhere, and within a time. */
final class Transport {
    /** Causes that come before anything of a request was written. */
    private static final Set<Class<?>> BEFORE = Set.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    private static final int WORKERS = 2;
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    static {
        // The client repeats a GET whose connection breaks before the answer: the citizen would be texted twice. The
        // limit is read once, when the first client of this process asks: all lines are made before any service starts.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        // Seconds, read once as well; 1200 unless set. One that the aggregator closed meanwhile would break under the
        // next text, whose fate is then unknown.
        if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
            System.setProperty("jdk.httpclient.keepalive.timeout", "4");
        }
    }

    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final HttpClient client;

    Transport(String name, Duration connect, ThreadFactory threads) {
        AtomicInteger count = new AtomicInteger();
        workers = Executors.newFixedThreadPool(WORKERS, work -> {
            Thread thread = threads.newThread(work);
            thread.setName("sms-http-" + name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connect)
                .executor(workers)
                .build();
    }

    /** Asks and waits {@code limit} at most for the whole answer. */
    Answered ask(HttpRequest request, Duration limit) throws SendBroken {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, answer -> new BoundedBody());
        underWay.add(asked);
        try {
            HttpResponse<byte[]> answer = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Answered(answer.statusCode(), answer.headers()::firstValue, answer.body());
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new SendBroken("no answer in time", true);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new SendBroken("stopped while waiting", true);
        } catch (java.util.concurrent.CancellationException e) {
            throw new SendBroken("stopped while waiting", true);
        } finally {
            underWay.remove(asked);
        }
    }

    private static SendBroken broken(Throwable failure) {
        Optional<Throwable> before = Causes.of(failure)
                .filter(cause -> BEFORE.contains(cause.getClass()))
                .findFirst();
        if (before.isPresent()) {
            return new SendBroken("not connected: " + before.get().getClass().getSimpleName(), false);
        }
        return new SendBroken("broken off: " + failure.getClass().getSimpleName(), true);
    }

    /** Gives those who wait five seconds more. */
    void close() {
        long end = System.nanoTime() + LAST_WAIT.toNanos();
        for (CompletableFuture<?> asked : underWay) {
            try {
                asked.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException e) {
                asked.cancel(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workers.shutdown();
    }
}
