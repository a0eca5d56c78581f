package vn.mscore.hotline.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A way to a server that can be shut: then every connection is cut and every new one ends at once. */
public final class TcpGate implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TcpGate.class.getName());
    private static final int BUFFER = 16_384;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    /** To {@code target} on 127.0.0.1. */
    public TcpGate(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run("gate", this::welcome);
    }

    /** Where it stands on 127.0.0.1. */
    public int port() {
        return door.getLocalPort();
    }

    /** Nobody gets through any more. */
    public void shut() {
        shut = true;
        sockets.forEach(TcpGate::end);
        sockets.clear();
    }

    /** Everybody gets through again. */
    public void open() {
        shut = false;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (shut) {
                    end(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "the gate", e);
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        caller.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(caller);
        sockets.add(server);
        run("gate-in", () -> pass(caller, server));
        run("gate-out", () -> pass(server, caller));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "a connection ends", e);
        } finally {
            end(from);
            end(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "cannot close", e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        shut();
    }
}
