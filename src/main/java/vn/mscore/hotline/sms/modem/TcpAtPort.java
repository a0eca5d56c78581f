package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A modem behind a TCP port: a serial server, a modem pool, or the simulator. */
final class TcpAtPort implements AtPort {
    private static final Logger LOG = Logger.getLogger(TcpAtPort.class.getName());
    private static final int CONNECT_MILLIS = 3000;

    private final Socket socket;

    private TcpAtPort(Socket socket) {
        this.socket = socket;
    }

    static AtPort open(String host, int port) throws PortUnavailable {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return new TcpAtPort(socket);
        } catch (IOException e) {
            TcpAtPort failed = new TcpAtPort(socket);
            failed.close();
            throw new PortUnavailable("no connection: " + e.getMessage(), false);
        }
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return socket.getInputStream().read(buffer);
    }

    @Override
    public void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "closing", e);
        }
    }
}
