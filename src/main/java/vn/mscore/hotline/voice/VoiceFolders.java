package vn.mscore.hotline.voice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Settings;

/**
 * The folders we share with the exchange. Their paths are said to it, so they hold letters, digits and {@code _./:@+-} only
 * (security R24); with anything else in them no calls are taken.
 */
@Singleton
public class VoiceFolders {
    private static final Pattern SAYABLE = Pattern.compile("[A-Za-z0-9_./:@+-]{1,160}");

    private final Path spool;
    private final Path played;
    private final Path kept;
    private final Path heartbeat;
    private final Path breath;

    /**
     * Reads {@code hotline.voice.spool} (where the exchange writes recordings), {@code hotline.voice.recordings} (where they
     * are kept sealed) and {@code hotline.voice.heartbeat}.
     */
    @Inject
    public VoiceFolders(Settings settings) {
        Path var = Path.of(settings.text("hotline.var").orElse("./var"));
        Path exchange = var.resolve("asterisk");
        this.spool = path(settings, "hotline.voice.spool", exchange.resolve("spool/recordings"));
        this.played = spool.resolveSibling("playing");
        this.kept = path(settings, "hotline.voice.recordings", var.resolve("recordings"));
        this.heartbeat = path(settings, "hotline.voice.heartbeat", exchange.resolve("run/gateway-alive"));
        this.breath = var.toAbsolutePath().normalize().resolve("breath");
    }

    private static Path path(Settings settings, String key, Path usual) {
        return settings.text(key).map(Path::of).orElse(usual).toAbsolutePath().normalize();
    }

    /** Whether the exchange can be told where to record. */
    public boolean areSayable() {
        return SAYABLE.matcher(spool.toString()).matches();
    }

    /** Where the exchange writes what callers say. */
    public Path spool() {
        return spool;
    }

    /** Where copies in clear lie while the exchange plays them. */
    public Path played() {
        return played;
    }

    /** Where sealed recordings are kept. */
    public Path kept() {
        return kept;
    }

    /** The file touched as long as calls can be taken. */
    public Path heartbeat() {
        return heartbeat;
    }

    /** The file written as long as this process runs at all. */
    public Path breath() {
        return breath;
    }
}
