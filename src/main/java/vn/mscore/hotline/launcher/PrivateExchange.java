package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An Asterisk of our own under {@code var/asterisk}: fetched, configured, started, watched and stopped by us on a thread of
 * its own, so that text messages never wait for it. One that a killed gateway left behind goes on when its configuration is
 * still right: callers may be leaving messages there.
 */
final class PrivateExchange implements AutoCloseable {
    /** Read by the health check: {@code starting}, {@code ready}, {@code missing: why}. */
    static final String STATE = "hotline.voice.state";

    private static final Logger LOG = Logger.getLogger(PrivateExchange.class.getName());
    private static final Duration FETCH = Duration.ofMinutes(10);
    private static final Duration CHECK = Duration.ofSeconds(20);
    private static final long BOOT_MILLIS = 30_000;
    private static final long PAUSE_MILLIS = 300;
    private static final long AGAIN_MILLIS = 3000;
    private static final int STOP_SECONDS = 8;

    private final GatewaySettings settings;
    private final PrintStream out;
    private final Path home;
    private final Path prefix;
    private final Orphan server;
    private final Thread thread = new Thread(this::run, "exchange");
    private volatile boolean stopping;

    PrivateExchange(GatewaySettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        home = settings.var().resolve("asterisk");
        String own = settings.text("hotline.voice.asterisk.prefix");
        prefix = own.isEmpty() ? ExchangeFolders.cache() : Path.of(own).toAbsolutePath();
        server = new Orphan(
                home.resolve("run/asterisk.pid"),
                home.resolve("etc/asterisk.conf").toString());
    }

    /** Begins in the background. */
    void start() {
        System.setProperty(STATE, "starting");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            prepare();
        } catch (IOException | StartRefused | RuntimeException e) {
            // The guard of this thread: whatever ends it is told, or the state would say "starting" for ever.
            LOG.log(Level.WARNING, "no exchange", e);
            missing(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prepare() throws IOException, InterruptedException, StartRefused {
        Path bin = ExchangeFolders.scripts(home);
        Path log = Files.createDirectories(home.resolve("log"));
        ScriptRun fetched = ScriptRun.of(bin.resolve("get"), List.of(prefix.toString()), log.resolve("get.txt"), FETCH);
        if (!fetched.well()) {
            missing(fetched.lastLine());
            return;
        }
        int prompts = ExchangeSounds.shared(
                        home, settings.var().resolve("voice").resolve("sounds"))
                .copy(Container.war());
        boolean changed = ExchangeTemplates.write(
                ExchangeTemplates.render(ExchangeValues.of(settings, home)), home.resolve("etc"));
        if (changed) {
            server.stop();
        }
        LOG.info("the exchange has " + prompts + " prompts");
        keepRunning(bin, log);
    }

    private void keepRunning(Path bin, Path log) throws IOException, InterruptedException {
        boolean told = false;
        while (!stopping) {
            if (server.find().isEmpty()) {
                launch(bin, log);
            }
            boolean well = awaitBoot(bin, log);
            if (well && !told) {
                told = true;
                out.println("[hotline] telephone             sip:hotline@" + settings.text("hotline.voice.sip.address")
                        + ":" + settings.text("hotline.voice.sip.port") + "   with any softphone on this machine");
            }
            System.setProperty(STATE, well ? "ready" : "missing: " + ScriptRun.lastLine(log.resolve("start.txt")));
            awaitEnd();
            LOG.log(stopping ? Level.FINE : Level.SEVERE, "the exchange ended");
            Thread.sleep(stopping ? 0 : AGAIN_MILLIS);
        }
    }

    private synchronized void launch(Path bin, Path log) throws IOException {
        if (!stopping) {
            new ProcessBuilder("bash", bin.resolve("start").toString(), home.toString(), prefix.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.resolve("start.txt").toFile())
                    .start();
        }
    }

    private boolean awaitBoot(Path bin, Path log) throws IOException, InterruptedException {
        long limit = System.nanoTime() + BOOT_MILLIS * 1_000_000;
        List<String> words = List.of(home.toString(), prefix.toString());
        while (!stopping && System.nanoTime() < limit) {
            if (server.find().isPresent()
                    && ScriptRun.of(bin.resolve("check"), words, log.resolve("check.txt"), CHECK)
                            .well()) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    private void awaitEnd() throws IOException, InterruptedException {
        while (!stopping && server.find().isPresent()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void missing(String why) {
        System.setProperty(STATE, "missing: " + why);
        out.println("[hotline] telephone: none, text messages go on. " + why);
    }

    /** Ends it and waits; the gateway that handled its calls is gone by then. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            server.stop();
        } catch (IOException | StartRefused e) {
            LOG.log(Level.WARNING, "the exchange did not stop by itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
