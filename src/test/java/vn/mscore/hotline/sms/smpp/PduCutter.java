package vn.mscore.hotline.sms.smpp;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A way to a centre on which the N-th PDU, counted in both directions, ends its connection: once. */
final class PduCutter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PduCutter.class.getName());
    private static final int LENGTH = 4;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger passed = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int target;
    private final int nth;
    private final Where where;
    private volatile boolean cut;

    /** What of the N-th still arrives. */
    enum Where {
        BEFORE_IT,
        IN_IT,
        AFTER_IT
    }

    PduCutter(int target, int nth, Where where) throws IOException {
        this.target = target;
        this.nth = nth;
        this.where = where;
        run(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether so many passed. */
    boolean cut() {
        return cut;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                caller.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.add(caller);
                sockets.add(server);
                run(() -> pass(caller, server));
                run(() -> pass(server, caller));
            } catch (IOException e) {
                LOG.log(Level.FINE, "the cutter", e);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (handed(pdu(in), out)) {
                LOG.log(Level.FINEST, "passed");
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the connection ended", e);
        }
    }

    private static byte[] pdu(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] pdu = ByteBuffer.allocate(length).putInt(length).array();
        in.readFully(pdu, LENGTH, length - LENGTH);
        return pdu;
    }

    private boolean handed(byte[] pdu, DataOutputStream out) throws IOException {
        boolean last = passed.incrementAndGet() == nth;
        cut |= last;
        if (!last || where == Where.AFTER_IT) {
            out.write(pdu);
            out.flush();
        } else if (where == Where.IN_IT) {
            out.write(pdu, 0, pdu.length / 2);
            out.flush();
        }
        return !last;
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "pdu-cutter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Closeable socket : sockets) {
            socket.close();
        }
    }
}
