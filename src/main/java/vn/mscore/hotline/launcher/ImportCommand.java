package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Sends a CSV file to the running gateway's own interface and prints its row-by-row report. */
final class ImportCommand {
    private static final Map<String, String> PATHS = Map.of(
            "units", "/api/v1/units/import",
            "successors", "/api/v1/units/successors/import",
            "dossiers", "/api/v1/dossiers/import",
            "stages", "/api/v1/dossiers/stages/import");

    private final PrintStream out;

    ImportCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings, String what, Path file) throws StartRefused {
        if (!Files.isReadable(file)) {
            throw new StartRefused("file " + file + " cannot be read");
        }
        if (!VarLock.isTaken(settings.var())) {
            out.println(
                    "[hotline] no gateway runs on " + settings.var() + ": starting one without lines for this import");
            settings.put("hotline.sms.modems", "");
            settings.put("hotline.sms.smpp", "");
            settings.put("hotline.sms.http", "");
            settings.put("hotline.sms.routes", "");
            settings.put("hotline.voice.asterisk", "off");
            settings.put("hotline.demo", "false");
            settings.put("hotline.http.address", "127.0.0.1");
            settings.put("hotline.http.port", "0");
            new RunCommand(out).run(settings);
        }
        String key = settings.text("hotline.api.key").isEmpty()
                ? settings.secrets().readOrMake("api-key", 32)
                : settings.text("hotline.api.key");
        String address = Addresses.base(settings) + PATHS.get(what);
        try {
            return post(address, key, file);
        } catch (IOException e) {
            throw new StartRefused("the gateway does not answer at " + address, e);
        }
    }

    private int post(String address, String key, Path file) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/csv; charset=utf-8");
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("X-Api-Key", key);
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(600_000);
        connection.setFixedLengthStreamingMode(Files.size(file));
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            Files.copy(file, body);
        }
        int code = connection.getResponseCode();
        try (InputStream in = code < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            out.println(in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return code < 300 ? 0 : 1;
    }
}
