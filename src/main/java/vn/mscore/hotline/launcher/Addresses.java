package vn.mscore.hotline.launcher;

import java.io.PrintStream;

/** Where the running gateway is found. */
final class Addresses {
    private Addresses() {}

    /** The base for requests from this machine. */
    static String base(GatewaySettings settings) {
        String address = settings.text("hotline.http.address");
        String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.text("hotline.http.port");
    }

    static void print(GatewaySettings settings, PrintStream out) {
        String base = base(settings);
        if (settings.flag("hotline.demo")) {
            out.println("[hotline] phone in the browser  " + base + "/handset");
        }
        out.println("[hotline] screens of the offices " + base + "/console   " + who(settings));
        out.println("[hotline] interface             " + base + "/api/v1   described at " + base + "/openapi");
        out.println("[hotline] health                " + base + "/health/ready   figures " + base + "/metrics");
        out.println("[hotline] secrets               " + settings.var().resolve("secrets"));
        out.flush();
    }

    private static String who(GatewaySettings settings) {
        return settings.flag("hotline.demo")
                ? "sign in as one of var/secrets/demo-accounts"
                : "sign in as admin with var/secrets/admin-password";
    }
}
