package vn.mscore.hotline.launcher;

import java.io.PrintStream;

/** The administrator's first password and the integrator's key, made at first start; their paths are said, never they. */
final class FirstSecrets {
    private static final int LENGTH = 32;

    private FirstSecrets() {}

    static void make(GatewaySettings settings, PrintStream out) throws StartRefused {
        SecretFiles secrets = settings.secrets();
        for (String name : new String[] {"admin-password", "api-key"}) {
            if (!secrets.has(name)) {
                out.println("[hotline] made " + secrets.path(name));
            }
            secrets.readOrMake(name, LENGTH);
        }
        settings.putIfEmpty("hotline.api.key", secrets.readOrMake("api-key", LENGTH));
    }
}
