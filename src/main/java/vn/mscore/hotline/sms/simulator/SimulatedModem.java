package vn.mscore.hotline.sms.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.sms.simulator.ModemState.Lock;

/**
 * A GSM modem in memory that speaks AT commands in PDU mode over TCP on 127.0.0.1, as a USB modem does over its serial
 * port. One user at a time: a newcomer takes the cable from whoever had it.
 */
@Vetoed
public final class SimulatedModem implements AutoCloseable {
    private static final int PORT_TRIES = 50;
    private static final int TRY_AGAIN_NANOS = 50_000_000;
    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final int LEAVE_MILLIS = 2_000;

    private final ModemSettings settings;
    private final Switches switches;
    private final ThreadFactory threads;
    private final ModemState state = new ModemState();
    private final ModemRadio radio;
    private final ModemHistory history;
    private final Map<String, AtHandler> table = new HashMap<>();
    private volatile ServerSocket server;
    private Thread acceptor;
    private volatile Socket cable;
    private volatile boolean closed;
    private int port;

    /** A modem on {@code network}, with misbehaviour by {@code switches}. */
    public SimulatedModem(
            ModemSettings settings, SimulatedNetwork network, Switches switches, ModemClockwork clockwork) {
        this.settings = settings;
        this.switches = switches;
        this.threads = clockwork.threads();
        this.port = settings.port();
        this.history = new ModemHistory(settings.history(), clockwork.clock());
        ModemStores stores = new ModemStores(settings.slots(), switches);
        this.radio = new ModemRadio(settings, new ModemRadio.Inside(state, stores, switches, history), network);
        new GeneralCommands(state, settings, clockwork.clock()).addTo(table);
        new RadioCommands(state, switches, radio.ringing(), radio::tell).addTo(table);
        new StorageCommands(state, stores, radio).addTo(table);
        new SubmitCommands(state, stores, switches, radio::submit).addTo(table);
        switches.watch(this::turned);
    }

    /** The clock and threads a modem lives by. */
    public record ModemClockwork(Clock clock, ThreadFactory threads) {}

    /** Switches the modem on; on return it accepts a user. */
    public void start() {
        if (switches.on(Switch.PIN)) {
            state.coldStart(true);
        }
        if (!switches.on(Switch.UNPLUG)) {
            plugIn();
        }
    }

    /** The TCP port, known after {@link #start}. */
    public int port() {
        return port;
    }

    /** The number of its SIM. */
    public String number() {
        return settings.number();
    }

    /** Its address as {@code hotline.sms.modems} wants it. */
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Whether somebody is on the cable. */
    public boolean inUse() {
        return cable != null;
    }

    private void turned(Switch which) {
        if (closed) {
            return;
        }
        if (which == Switch.UNPLUG) {
            if (switches.on(Switch.UNPLUG)) {
                pullOut();
            } else {
                state.coldStart(switches.on(Switch.PIN));
                plugIn();
            }
        } else if (which == Switch.NO_NETWORK || which == Switch.SIM_FULL || which == Switch.PIN) {
            if (which == Switch.PIN && !switches.on(Switch.PIN) && state.lock() == Lock.PIN) {
                state.unlock(true);
            }
            radio.available();
        }
    }

    private synchronized void plugIn() {
        if (server != null) {
            return;
        }
        ServerSocket mine = listen();
        port = mine.getLocalPort();
        server = mine;
        radio.switchOn();
        acceptor = start("sim-modem-" + port, () -> accept(mine));
    }

    /**
     * A given port, or a free one below the range that the system gives to clients: one of those, trying again and again
     * while the modem is unplugged, can end up connected to itself and hold the port for a while.
     */
    private ServerSocket listen() {
        for (int tries = PORT_TRIES; ; tries--) {
            int candidate =
                    port == 0 ? LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS) : port;
            ServerSocket listening = null;
            try {
                listening = new ServerSocket();
                listening.setReuseAddress(true);
                listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate), 4);
                return listening;
            } catch (IOException e) {
                close(listening);
                if (tries <= 1) {
                    throw new UncheckedIOException("the simulated modem cannot listen on port " + candidate, e);
                }
                LockSupport.parkNanos(TRY_AGAIN_NANOS);
            }
        }
    }

    private synchronized void pullOut() {
        radio.switchOff();
        close(server);
        server = null;
        close(cable);
        try {
            // The port is only free when the thread that waits on it has left.
            if (acceptor != null) {
                acceptor.join(LEAVE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread start(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.start();
        return thread;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket newcomer = listening.accept();
                newcomer.setTcpNoDelay(true);
                Socket before = cable;
                cable = newcomer;
                close(before);
                start("sim-modem-" + port + "-user", () -> serve(newcomer));
            } catch (IOException e) {
                close(listening);
            }
        }
    }

    private void serve(Socket user) {
        try (user) {
            Wire wire = new Wire(user.getOutputStream(), switches);
            radio.connect(wire);
            try {
                new AtSession(user.getInputStream(), wire, new AtSession.Desk(state, switches, table)).run();
            } finally {
                radio.disconnect(wire);
            }
        } catch (IOException e) {
            // A cable that breaks is how users leave.
            close(user);
        } finally {
            if (cable == user) {
                cable = null;
            }
        }
    }

    private static void close(Closeable thing) {
        try {
            if (thing != null) {
                thing.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        pullOut();
        history.close();
    }
}
