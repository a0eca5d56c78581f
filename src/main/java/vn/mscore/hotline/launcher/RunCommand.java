package vn.mscore.hotline.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** Starts database, migrations and container, waits for the service and only then says where it is. */
final class RunCommand {
    private static final Duration DATABASE_ASKED = Duration.ofSeconds(5);

    private final PrintStream out;

    RunCommand(PrintStream out) {
        this.out = out;
    }

    /** Returns -1 when the gateway is up; it then lives until a signal. */
    int run(GatewaySettings settings) throws StartRefused {
        FailpointGuard.check(System.getProperties(), out);
        StopWithParent.watch(settings);
        VarLock lock = VarLock.take(settings.var());
        UnfinishedRestore.refuse(settings.var());
        LogFile.open(settings);
        OwnTemporaryFolder.use(settings.var());
        FirstSecrets.make(settings, out);
        Ports.choose(settings);
        ExchangeVoice.settle(settings);
        Shutdown shutdown = Shutdown.install(lock);
        try {
            start(settings, shutdown);
            return -1;
        } catch (StartRefused e) {
            shutdown.now();
            throw e;
        }
    }

    private void start(GatewaySettings settings, Shutdown shutdown) throws StartRefused {
        long begin = System.nanoTime();
        TimeSync.await(Clock.systemUTC(), out);
        boolean embedded = settings.text("hotline.db.url").isEmpty();
        out.println(
                embedded
                        ? "[hotline] starting the database under " + settings.var()
                        : "[hotline] database: " + "the one of hotline.db.url");
        Database database = Database.open(settings);
        shutdown.add(database);
        if (!embedded) {
            new DatabaseWait(database.withLimits(), out, DATABASE_ASKED).await();
        }
        UnfinishedRestore.refuse(database);
        Migrations migrations = new Migrations(database);
        out.println("[hotline] migrations applied: " + migrations.apply());
        settings.put("hotline.schema", migrations.newest());
        new DatabasePromises().check(database);
        settings.publish();
        if (ExchangeVoice.isPrivate(settings)) {
            PrivateExchange exchange = new PrivateExchange(settings, out);
            shutdown.add(exchange);
            exchange.start();
        }
        StrayLineSettings.of(settings).forEach(stray -> out.println("[hotline] note, " + stray));
        out.println("[hotline] starting the gateway, log: " + LogFile.path(settings));
        Container container = new Container(settings);
        container.start();
        String missing = new Readiness(settings).await();
        SmallFootprint.settle();
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        out.println(
                missing.isEmpty()
                        ? "[hotline] ready after " + seconds + " s"
                        : "[hotline] works after " + seconds + " s, not ready: " + missing);
        Addresses.print(settings, out);
    }
}
