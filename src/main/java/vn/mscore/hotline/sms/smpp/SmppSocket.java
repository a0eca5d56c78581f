package vn.mscore.hotline.sms.smpp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A connection to a message centre; with TLS the certificate must be good and carry the host's name (RFC 6125).
 *
 * @param socket what is read and written
 * @param wire what it runs over: the same one without TLS
 */
record SmppSocket(Socket socket, Socket wire) implements Closeable {
    private static final int CONNECT_MILLIS = 10_000;

    static SmppSocket open(SmppAddress address, Optional<Path> trust) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
            return new SmppSocket(address.tls() ? secured(plain, address, trust) : plain, plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** The wire first: closing TLS would wait for a write to a peer that reads nothing, and a write ends with its wire. */
    @Override
    public void close() throws IOException {
        try (socket) {
            wire.close();
        }
    }

    private static Socket secured(Socket plain, SmppAddress address, Optional<Path> trust) throws IOException {
        SSLSocket secure = (SSLSocket) factory(trust).createSocket(plain, address.host(), address.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(CONNECT_MILLIS);
        secure.startHandshake();
        secure.setSoTimeout(0);
        return secure;
    }

    private static SSLSocketFactory factory(Optional<Path> trust) throws IOException {
        if (trust.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(certificates(trust.get()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the trust file cannot be used", e);
        }
    }

    private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
        }
        return store;
    }
}
