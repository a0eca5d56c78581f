package vn.mscore.hotline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.Screens.Address;
import vn.mscore.hotline.house.TicketDoors;

/**
 * {@code PAIRS}: whether the time of an answer tells a sealed ticket from none (security L3: the means differ by less than 5 ms).
 * At every address that takes a ticket, as everybody who may not see it, the one and the other by turns, at the packaged demo;
 * prints means and medians of all, and the addresses whose medians differ most.
 */
public final class SealedTimesBench {
    private static final int WARM_UP = 5;
    private static final int TOLD = 5;

    private final Map<String, Caller> callers = new LinkedHashMap<>();

    private SealedTimesBench(Gateway gateway) throws IOException, InterruptedException {
        for (Role role : List.of(Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE)) {
            callers.put(role.name(), Caller.signedIn(gateway, People.of(gateway, role)));
        }
    }

    /** Runs and prints. */
    public static void main(String[] args) throws Exception {
        try (Gateway gateway = new Gateway(Gateway.freshFolder("sealed-times")).set("hotline.demo", "true")) {
            gateway.start();
            new SealedTimesBench(gateway).run(Integer.parseInt(args[0]));
        }
        System.exit(0);
    }

    private record Times(String where, List<Double> sealed, List<Double> none) {
        double apart() {
            return Math.abs(median(sealed) - median(none));
        }
    }

    private String enter(String kind) throws IOException, InterruptedException {
        Map<String, String> fields =
                Map.of("channel", "WALK_IN", "kind", kind, "text", "chuyen o ga " + kind, "read-back", "yes");
        return callers.get("OPERATOR").post("/console/enter", fields).location().replaceAll(".*/", "");
    }

    private void run(int pairs) throws Exception {
        String sealed = enter("DENUNCIATION");
        String open = enter("FEEDBACK");
        List<Times> all = new ArrayList<>();
        for (Map.Entry<String, Caller> caller : callers.entrySet()) {
            for (Address address : TicketDoors.all()) {
                if (address.path().contains("{ticket}")) {
                    Times times = new Times(caller.getKey() + " " + address, new ArrayList<>(), new ArrayList<>());
                    for (int i = -WARM_UP; i < pairs; i++) {
                        double one = millis(caller.getValue(), address, sealed, open);
                        double other = millis(caller.getValue(), address, TicketDoors.neverWas(), open);
                        if (i >= 0) {
                            times.sealed.add(one);
                            times.none.add(other);
                        }
                    }
                    all.add(times);
                }
            }
        }
        print(all);
    }

    private static double millis(Caller caller, Address address, String ticket, String open)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        TicketDoors.ask(caller, address, ticket, open);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void print(List<Times> all) {
        List<Double> sealed = all.stream().flatMap(one -> one.sealed.stream()).toList();
        List<Double> none = all.stream().flatMap(one -> one.none.stream()).toList();
        System.out.printf(
                Locale.ROOT,
                "%d addresses, %d pairs: sealed mean %.2f median %.2f ms, none mean %.2f median %.2f ms, ratio of medians %.3f%n",
                all.size(),
                sealed.size(),
                mean(sealed),
                median(sealed),
                mean(none),
                median(none),
                median(sealed) / median(none));
        all.stream()
                .sorted((a, b) -> Double.compare(b.apart(), a.apart()))
                .limit(TOLD)
                .forEach(one -> System.out.printf(
                        Locale.ROOT, "  %s: %.2f and %.2f ms%n", one.where, median(one.sealed), median(one.none)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
