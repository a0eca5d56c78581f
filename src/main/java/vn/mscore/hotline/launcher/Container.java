package vn.mscore.hotline.launcher;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Payara Micro in this JVM with {@code hotline.war} at the root, on one listener, quiet towards strangers. */
final class Container {
    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String LISTENER = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String PROTOCOL = NETWORK + "protocols.protocol.http-listener.http.";
    private static final String TRANSPORT = NETWORK + "transports.transport.tcp.";

    private final GatewaySettings settings;
    private final Path home;

    Container(GatewaySettings settings) {
        this.settings = settings;
        this.home = settings.var().resolve("container");
    }

    /** Returns when the container says it is up, which does not mean that the gateway is ready. */
    void start() throws StartRefused {
        try {
            // A configuration half written by a killed start must not stop this one.
            Folders.delete(home.resolve("root"));
            Files.createDirectories(home.resolve("root"));
            Files.createDirectories(home.resolve("runtime"));
            Path preboot = Files.write(home.resolve("preboot.txt"), preboot());
            PayaraMicro.main(new String[] {
                "--deploy",
                war().toString(),
                "--contextroot",
                "/",
                "--port",
                settings.text("hotline.http.port"),
                "--nohazelcast",
                "--disablephonehome",
                "--maxhttpthreads",
                "24",
                "--rootdir",
                home.resolve("root").toString(),
                "--unpackdir",
                home.resolve("runtime").toString(),
                "--logproperties",
                LogFile.containerProperties(settings).toString(),
                "--prebootcommandfile",
                preboot.toString()
            });
        } catch (IOException e) {
            throw new StartRefused("the folder " + home + " cannot be used", e);
        } catch (Exception e) {
            throw new StartRefused("the container did not start: " + e.getMessage(), e);
        }
    }

    private List<String> preboot() {
        return List.of(
                "set " + LISTENER + "address=" + settings.text("hotline.http.address"),
                "set " + PROTOCOL + "server-header=false",
                "set " + PROTOCOL + "xpowered-by=false",
                "set " + PROTOCOL + "trace-enabled=false",
                "set " + PROTOCOL + "http2-enabled=false",
                // Silence in a body would hold one of the few threads for half a minute a read, five minutes in all.
                "set " + PROTOCOL + "connection-upload-timeout-millis=10000",
                "set " + TRANSPORT + "read-timeout-millis=10000",
                "set " + PROTOCOL + "max-post-size-bytes=-1");
    }

    /** The application beside the launcher. */
    static Path war() throws StartRefused {
        try {
            Path jar = Path.of(Container.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path war = jar.resolveSibling("hotline.war");
            if (Files.notExists(war)) {
                throw new StartRefused("there is no " + war + " beside the launcher; build with mvn package");
            }
            return war;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
