package vn.mscore.hotline.sms.modem;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A modem on a serial port. jSerialComm takes the port for itself alone (TIOCEXCL); after an unplug its
 * {@code isOpen} stays true and {@code closePort} may block, so neither is trusted.
 */
final class SerialAtPort implements AtPort {
    private static final Logger LOG = Logger.getLogger(SerialAtPort.class.getName());
    private static final int READ_MILLIS = 500;
    private static final int CLOSE_MILLIS = 2000;

    private final SerialPort port;
    private final Path device;
    private final ThreadFactory threads;

    private SerialAtPort(SerialPort port, Path device, ThreadFactory threads) {
        this.port = port;
        this.device = device;
        this.threads = threads;
    }

    static AtPort open(Path device, int baud, ThreadFactory threads) throws PortUnavailable {
        if (!Files.exists(device)) {
            throw new PortUnavailable("no device " + device, false);
        }
        String holders = PortHolder.of(device);
        if (!holders.isEmpty()) {
            throw new PortUnavailable("port held by " + holders, true);
        }
        SerialPort port = configured(device, baud);
        if (!port.openPort()) {
            throw refused(device, port.getLastErrorCode());
        }
        return new SerialAtPort(port, device, threads);
    }

    private static SerialPort configured(Path device, int baud) throws PortUnavailable {
        try {
            SerialPort port = SerialPort.getCommPort(device.toString());
            port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
            return port;
        } catch (SerialPortInvalidPortException e) {
            throw new PortUnavailable("not a serial port: " + device, false);
        }
    }

    /** errno 16 EBUSY (TIOCEXCL of somebody else), 11 EAGAIN (their flock), 13 EACCES. */
    private static PortUnavailable refused(Path device, int errno) {
        String holders = PortHolder.of(device);
        return switch (errno) {
            case 11, 16 ->
                new PortUnavailable("port held by " + (holders.isEmpty() ? "another process" : holders), true);
            case 13 -> new PortUnavailable("no permission for " + device, false);
            default -> new PortUnavailable("cannot open " + device + ", errno " + errno, false);
        };
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        int count = port.readBytes(buffer, buffer.length);
        if (count == 0 && !Files.exists(device)) {
            return -1;
        }
        return count;
    }

    @Override
    public void write(byte[] octets) throws IOException {
        if (port.writeBytes(octets, octets.length) != octets.length) {
            throw new IOException("write failed");
        }
    }

    @Override
    public void close() {
        Thread closing = threads.newThread(port::closePort);
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.log(Level.WARNING, "port {0} does not close; left to the operating system", device);
        }
    }
}
