package vn.mscore.hotline.launcher;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Turns a value into {@code ENC(...)}; it is typed or piped in, never given as an argument others could list. */
final class EncryptCommand {
    private final PrintStream out;

    EncryptCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings) throws StartRefused {
        String value = read();
        if (value == null || value.isBlank()) {
            throw new StartRefused("nothing to encrypt");
        }
        out.println(ConfigCipher.open(settings.secrets()).encrypt(value));
        return 0;
    }

    private static String read() throws StartRefused {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("value: ");
            return typed == null ? null : new String(typed);
        }
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new StartRefused("standard input cannot be read", e);
        }
    }
}
