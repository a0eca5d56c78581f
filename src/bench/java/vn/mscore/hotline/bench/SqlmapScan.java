package vn.mscore.hotline.bench;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.Screens;
import vn.mscore.hotline.house.WorkedDay;

/**
 * {@code [ROLE...]}: Debian's sqlmap at level 3 against every parameter of the packaged demo after a day of work (security
 * row 134), every address with the session of each role that may use it, or of the roles named. Addresses come from the
 * code, parameters from the forms of the pages. Works only with the MariaDB payloads; an address has at most four minutes
 * because a fresh code of the second factor lasts five. Ends with 1 when there is a finding.
 */
public final class SqlmapScan {
    private static final Path LOGS = Path.of("target/sqlmap");
    private static final int LIMIT_SECONDS = Integer.getInteger("sqlmap.seconds", 240);
    private static final String LEVEL = System.getProperty("sqlmap.level", "3");
    /** Time-based payloads wait and so want a quiet machine: {@code BEUST} adds them. */
    private static final String TECHNIQUES = System.getProperty("sqlmap.techniques", "BEU");

    /** Only addresses in which this is found. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("sqlmap.only", ""));

    private static final long CODE_LASTS = TimeUnit.SECONDS.toNanos(45);

    private final Gateway gateway;
    private final WorkedDay day;
    private final Set<String> done = new LinkedHashSet<>();
    private int parameters;
    private int cut;
    private int ended;
    private final List<String> findings = new ArrayList<>();

    private SqlmapScan(Gateway gateway, WorkedDay day) {
        this.gateway = gateway;
        this.day = day;
    }

    /**
     * A request.
     *
     * @param address what it is in the code, to count it once
     * @param body form or JSON, empty for none
     * @param headers as sqlmap takes them
     */
    private record Target(String address, String verb, String path, String body, List<String> headers) {}

    /** Scans and prints what was found. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(LOGS);
        int found;
        try (Gateway gateway = new Gateway(Gateway.freshFolder("sqlmap"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")
                .set("hotline.case.sendDelay", "0")
                .set("hotline.console.session.idle", "28000")) {
            gateway.start();
            SqlmapScan scan = new SqlmapScan(gateway, WorkedDay.at(gateway));
            found = scan.run(args.length == 0 ? names() : List.of(args));
        }
        System.exit(found == 0 ? 0 : 1);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("API"));
        for (Role role : Role.values()) {
            names.add(role.name());
        }
        return names;
    }

    private int run(List<String> who) throws IOException, InterruptedException {
        for (String name : who) {
            if (name.equals("API")) {
                for (Target target : ApiTargets.of(gateway).entrySet().stream()
                        .map(one -> new Target(one.getKey(), one.getValue().verb(), one.getValue().path(),
                                one.getValue().body(), one.getValue().headers()))
                        .toList()) {
                    attack(name, target);
                }
            } else {
                role(Role.valueOf(name));
            }
        }
        System.out.printf(
                "%d requests of %d addresses with %d parameters: %d findings, %d cut by the clock, %d lost their session%n",
                done.size(), done.stream().map(one -> one.replaceAll("^\\w+ ", "")).distinct().count(), parameters,
                findings.size(), cut, ended);
        findings.forEach(System.out::println);
        return findings.size();
    }

    private void role(Role role) throws IOException, InterruptedException {
        Person person = role == Role.OPERATOR ? People.named(gateway, "hoa") : People.of(gateway, role);
        Caller caller = Caller.signedIn(gateway, person);
        long fresh = 0;
        for (Target target : targets(caller)) {
            boolean steps = role == Role.ADMINISTRATOR || role == Role.CUSTODIAN;
            if (steps && System.nanoTime() - fresh > CODE_LASTS) {
                caller.stepUp(person);
                fresh = System.nanoTime();
            }
            attack(role.name(), target);
            if (caller.get("/console/account").status() != 200) {
                ended++;
                caller = Caller.signedIn(gateway, person);
            }
        }
    }

    private List<Target> targets(Caller caller) throws IOException, InterruptedException {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (Screens.Address address : Screens.declared()) {
            if (!address.verb().equals("GET") || address.path().endsWith("/stream")) {
                continue;
            }
            for (String path : filled(address.path())) {
                Caller.Answer page = caller.get(path);
                if (page.status() != 200) {
                    continue;
                }
                if (address.hasGap()) {
                    put(targets, new Target(address.path(), "GET", path + "*", "", caller.headers()));
                }
                for (FormsOfPages.Form form : FormsOfPages.of(path, page.body())) {
                    put(targets, target(caller, form));
                }
            }
        }
        return List.copyOf(targets.values());
    }

    private List<String> filled(String path) {
        if (!path.contains("{")) {
            return List.of(path);
        }
        String gap = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        return day.fillings().getOrDefault(gap, List.of()).stream()
                .map(value -> path.replace("{" + gap + "}", value))
                .toList();
    }

    private static Target target(Caller caller, FormsOfPages.Form form) {
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.computeIfPresent("csrf", (name, old) -> caller.token());
        String pairs = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String address = form.action().replaceAll("/\\d{7,8}|/[0-9a-f]{32}|/\\d+", "/{}") + " " + fields.keySet();
        return form.verb().equals("GET")
                ? new Target(address, "GET", form.action() + "?" + pairs, "", caller.headers())
                : new Target(address, "POST", form.action(), pairs, caller.headers());
    }

    /** What would end the session or the account that the scan works with is left out. */
    private static void put(Map<String, Target> targets, Target target) {
        if (!target.path().matches(".*/(logout|login/.*|sessions/.*|step-up|account/password)")) {
            targets.putIfAbsent(target.verb() + " " + target.address(), target);
        }
    }

    private void attack(String who, Target target) throws IOException, InterruptedException {
        if (!ONLY.matcher(target.address()).find() || !done.add(who + " " + target.verb() + " " + target.address())) {
            return;
        }
        Path log = LOGS.resolve(String.format("%03d-%s.txt", done.size(), who));
        List<String> command = new ArrayList<>(List.of(
                "sqlmap", "-u", gateway.request(target.path()).build().uri().toString().replace("%2A", "*"),
                "--method", target.verb(), "--batch", "--flush-session", "--level", LEVEL, "--risk", "1",
                "--dbms", "mysql", "--technique", TECHNIQUES, "--time-sec", "2", "--threads", "1", "--timeout", "10",
                "--retries", "1", "--ignore-redirects", "--disable-coloring", "--skip", "csrf", "--output-dir",
                LOGS.toAbsolutePath().resolve("out").toString()));
        if (!target.body().isEmpty()) {
            command.addAll(List.of("--data", target.body()));
        }
        command.addAll(List.of("--headers", String.join("\n", target.headers())));
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long begin = System.nanoTime();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            cut++;
        }
        judge(who, target, log, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }

    private void judge(String who, Target target, Path log, long seconds) throws IOException {
        String text = Files.readString(log);
        parameters += (int) text.lines().filter(line -> line.contains("parameter '") && line.contains("does not seem"))
                .count();
        String codes = text.lines().filter(line -> line.contains(" times")).reduce("", String::concat);
        if (text.contains("identified the following injection point")) {
            findings.add(who + " " + target + ", see " + log);
        }
        System.out.printf("%3d s %s %s %s %s%n", seconds, who, target.verb(), target.address(), codes.strip());
    }
}
