package vn.mscore.hotline.sms.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The simulated network and modem as a process of its own: {@code port slots history-file}. Prints {@code READY port},
 * then obeys lines on standard input until it ends: {@code text FROM WORDS}, {@code switch KEY NUMBER},
 * {@code call FROM}, {@code received PHONE} (prints how many whole messages it has).
 */
public final class SimulatedModemMain {
    private SimulatedModemMain() {}

    /** See the class. */
    public static void main(String[] args) throws IOException {
        ModemSettings settings = ModemSettings.of(Bench.MODEM, Integer.parseInt(args[1]))
                .onPort(Integer.parseInt(args[0]))
                .withHistory(Path.of(args[2]));
        try (Bench bench = new Bench(settings, Clock.systemUTC());
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("READY " + bench.modem.port());
            String order;
            while ((order = orders.readLine()) != null) {
                obey(bench, order.split(" ", 3));
            }
        }
        System.exit(0);
    }

    private static void obey(Bench bench, String[] words) {
        switch (words[0]) {
            case "text" -> bench.network.text(words[1], Bench.MODEM, words[2]);
            case "switch" -> bench.switches.set(Switch.of(words[1]).orElseThrow(), Integer.parseInt(words[2]));
            case "call" -> bench.network.call(words[1], Bench.MODEM);
            case "received" ->
                System.out.println(bench.network.messages(words[1]).stream()
                        .filter(m -> m.direction() == PhoneMessage.Direction.RECEIVED && m.isDone())
                        .count());
            default -> System.out.println("? " + words[0]);
        }
    }
}
