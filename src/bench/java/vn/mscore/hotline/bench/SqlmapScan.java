package vn.mscore.hotline.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.FormsOfPages;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Parameters;
import vn.mscore.hotline.house.Parameters.Row;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;
import vn.mscore.hotline.house.Screens;
import vn.mscore.hotline.house.WorkedDay;

/**
 * {@code [ROLE...]}: Debian's sqlmap at level 3 against every parameter of the packaged demo after a day of work (security
 * row 134), every address with the session of the first role that may use it, or only those of the roles named; what every
 * request has (cookies, browser, the page before) once a role. Addresses come from the code, parameters from the forms of the
 * pages and whatever these do not show from {@link Parameters}, which a test holds to the code. Some run at the same time, each with sessions of its own, one parameter at a time because a fresh code of the second
 * factor lasts five minutes. What is done stands in {@code target/sqlmap/done.tsv} and is not done again by the next run.
 * Ends with 1 when there is a finding.
 */
public final class SqlmapScan {
    /** None: only tells what would be done. */
    private static final int AT_ONCE = Integer.getInteger("sqlmap.atOnce", 2);
    private static final String STRANGER = "STRANGER";
    private static final long CODE_LASTS = TimeUnit.SECONDS.toNanos(60);

    /** Only addresses in which this is found. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("sqlmap.only", ""));

    private final Gateway gateway;
    private final WorkedDay day;
    private final List<String> papers;
    private final SqlmapRuns runs = new SqlmapRuns();
    private final Map<String, SqlmapRuns.Target> targets = new LinkedHashMap<>();
    private final Queue<SqlmapRuns.Target> waiting = new ConcurrentLinkedQueue<>();

    private SqlmapScan(Gateway gateway, WorkedDay day) throws IOException, InterruptedException {
        this.gateway = gateway;
        this.day = day;
        this.papers = day.withPapers();
    }

    /** Scans and prints what was found. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        int found;
        try (Gateway gateway = new Gateway(Gateway.freshFolder("sqlmap"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")
                .set("hotline.case.sendDelay", "0")
                .set("hotline.console.session.idle", "28000")) {
            gateway.start();
            SqlmapScan scan = new SqlmapScan(gateway, WorkedDay.at(gateway));
            try (Forgiven forgiven = new Forgiven(gateway)) {
                found = scan.run(args.length == 0 ? names() : List.of(args));
            }
        }
        System.exit(found == 0 ? 0 : 1);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("API", STRANGER));
        for (Role role : Role.values()) {
            names.add(role.name());
        }
        return names;
    }

    private int run(List<String> who) throws IOException, InterruptedException {
        for (String name : who) {
            if (name.equals("API")) {
                ApiTargets.of(gateway).forEach(this::put);
            } else if (!name.equals(STRANGER)) {
                role(Role.valueOf(name));
            }
        }
        for (Row row : Parameters.rows()) {
            if (who.contains(row.who())) {
                rest(row);
            }
        }
        targets.values().removeIf(target -> !ONLY.matcher(target.key()).find());
        waiting.addAll(targets.values());
        System.out.printf("%d parameters of %d addresses%n", targets.size(), addresses());
        if (AT_ONCE == 0) {
            targets.values().forEach(target -> System.out.println(target.who() + "\t" + target.key()));
            return 0;
        }
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread worker = new Thread(this::work, "scan-" + i);
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return runs.tell(addresses());
    }

    private long addresses() {
        return targets.values().stream()
                .map(target -> target.verb() + " " + target.address())
                .distinct()
                .count();
    }

    private void role(Role role) throws IOException, InterruptedException {
        Person person = person(role);
        Caller caller = Caller.signedIn(gateway, person);
        if (stepsUp(role)) {
            caller.stepUp(person);
        }
        for (String header : SqlmapRuns.HEADERS) {
            put(new SqlmapRuns.Target(
                    role.name(), "every page of " + role, "GET", "/console/account", header, "", List.of(), Map.of()));
        }
        for (Screens.Address address : Screens.declared()) {
            if (address.hasGap()) {
                gaps(role, caller, address);
            }
            if (address.verb().equals("GET") && !address.path().endsWith("/stream")) {
                for (String path : filled(address.path())) {
                    page(role, caller, path);
                }
            }
        }
    }

    /** The gaps of an address, each with a star behind something that fits; only for a role that is let in. */
    private void gaps(Role role, Caller caller, Screens.Address address) throws IOException, InterruptedException {
        String path = filled(address.path(), "*");
        boolean deed = address.path().endsWith("/{command}");
        Map<String, String> fields = deed ? Map.of("csrf", "", "version", "1") : Map.of();
        if (deed || address.verb().equals("GET") && caller.get(path.replace("*", "")).status() == 200) {
            put(new SqlmapRuns.Target(
                    role.name(), address.path(), address.verb(), path, "", "", List.of(), fields));
        }
    }

    private void page(Role role, Caller caller, String path)
            throws IOException, InterruptedException {
        Caller.Answer page = caller.get(path);
        if (page.status() != 200) {
            return;
        }
        for (FormsOfPages.Form form : FormsOfPages.of(path, page.body())) {
            String address = Parameters.at(form.verb(), form.action())
                    .map(Row::path)
                    .orElseThrow(() -> new IllegalStateException("no row for " + form));
            for (String field : form.fields().keySet()) {
                if (!field.equals("csrf")) {
                    put(new SqlmapRuns.Target(
                            role.name(), address, form.verb(), form.action(), field, "", List.of(),
                            form.fields()));
                }
            }
        }
    }

    /** What the code can be told and no page offers: a gap of an address that leads nowhere, a field of a form not shown. */
    private void rest(Row row) {
        boolean ofApi = row.path().startsWith("/api/");
        String starred = filled(row.path(), "*");
        if (!ofApi && row.path().contains("{") && targets.values().stream().noneMatch(one -> isGapOf(one, row))) {
            add(new SqlmapRuns.Target(
                    row.who(), row.path(), row.verb(), starred, "", "", List.of(), token(row, Map.of())));
        }
        for (String name : ofApi ? Set.<String>of() : row.fields().keySet()) {
            // One piece of code reads the version of a case for every deed; forms of pages have it.
            if (!name.equals("version") && targets.values().stream().noneMatch(one -> isFieldOf(one, row, name))) {
                add(new SqlmapRuns.Target(
                        row.who(), row.path(), row.verb(), starred.replace("*", ""), name, "", List.of(),
                        token(row, row.fields())));
            }
        }
    }

    private static boolean isGapOf(SqlmapRuns.Target one, Row row) {
        return one.verb().equals(row.verb())
                && one.path().contains("*")
                && row.path().matches(one.address().replaceAll("\\{\\w*}", "[^/]+"));
    }

    private static boolean isFieldOf(SqlmapRuns.Target one, Row row, String name) {
        return one.verb().equals(row.verb()) && one.parameter().equals(name) && row.isAt(one.path());
    }

    private static Map<String, String> token(Row row, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!row.verb().equals("GET")) {
            all.put("csrf", "");
        }
        return all;
    }

    private String filled(String path, String star) {
        String filled = path;
        while (filled.contains("{")) {
            String gap = filled.substring(filled.indexOf('{') + 1, filled.indexOf('}'));
            String usual = day.fillings().getOrDefault(gap, List.of(gap.equals("login") ? "hoa" : "1")).get(0);
            String fit = path.contains("/petition") ? papers.get(path.endsWith("/reconsidered") ? 1 : 0) : usual;
            filled = filled.replace("{" + gap + "}", fit + star);
        }
        return filled;
    }

    private List<String> filled(String path) {
        if (!path.contains("{")) {
            return List.of(path);
        }
        String gap = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
        return day.fillings().getOrDefault(gap, List.of()).stream()
                .map(value -> path.replace("{" + gap + "}", value))
                .filter(one -> !one.contains("{"))
                .toList();
    }

    /** What would end the session or the account that the scan works with is left out. */
    private void put(SqlmapRuns.Target target) {
        if (!target.path().matches(".*/(logout|login/.*|sessions/.*|step-up|account/password)")) {
            add(target);
        }
    }

    private void add(SqlmapRuns.Target target) {
        targets.putIfAbsent(target.key(), target);
    }

    private void work() {
        Map<Role, Session> sessions = new EnumMap<>(Role.class);
        try {
            for (SqlmapRuns.Target target = waiting.poll(); target != null; target = waiting.poll()) {
                if (!runs.isDone(target)) {
                    tried(target, sessions);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A gateway that is too busy to answer once ends no worker: the next run looks at what it was about. */
    private void tried(SqlmapRuns.Target target, Map<Role, Session> sessions) throws InterruptedException {
        try {
            attack(target, sessions);
        } catch (IOException e) {
            runs.lostSession(target);
            sessions.clear();
        }
    }

    private void attack(SqlmapRuns.Target target, Map<Role, Session> sessions)
            throws IOException, InterruptedException {
        if (target.address().startsWith("/api/") || target.who().equals("API")) {
            runs.attack(target, address(target.path()), !target.parameter().isEmpty());
            return;
        }
        if (target.who().equals(STRANGER)) {
            Caller stranger = Caller.stranger(gateway);
            stranger.get("/console/login");
            as(target, stranger);
            return;
        }
        Role role = Role.valueOf(target.who());
        Session session = sessions.get(role);
        if (session == null) {
            session = new Session(role);
            sessions.put(role, session);
        }
        session.freshen();
        as(target, session.caller);
        if (session.caller.get("/console/account").status() != 200) {
            runs.lostSession(target);
            sessions.remove(role);
        }
    }

    private void as(SqlmapRuns.Target target, Caller caller) throws IOException, InterruptedException {
        SqlmapRuns.Target ready = target.with(headers(target, caller), pairs(target.fields(), caller));
        String query = target.verb().equals("GET") && !ready.body().isEmpty() ? "?" + ready.body() : "";
        String path = target.path().replaceAll(query.isEmpty() ? "$^" : "\\?.*", "") + query;
        runs.attack(ready, address(path), true);
    }

    private String address(String path) {
        return gateway.request(path).build().uri().toString();
    }

    private static List<String> headers(SqlmapRuns.Target target, Caller caller) {
        return caller.headers().stream()
                .map(header -> header.startsWith("Cookie") && SqlmapRuns.HEADERS.contains(target.parameter())
                        ? header + "; hotline-language=vi; hotline-theme=light"
                        : header)
                .toList();
    }

    private static String pairs(Map<String, String> form, Caller caller) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.computeIfPresent("csrf", (name, old) -> caller.token());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Person person(Role role) throws IOException {
        return role == Role.OPERATOR ? People.named(gateway, "hoa") : People.of(gateway, role);
    }

    private static boolean stepsUp(Role role) {
        return role == Role.ADMINISTRATOR || role == Role.CUSTODIAN;
    }

    /** Of one worker. */
    private final class Session {
        private final Role role;
        private final Person person;
        private final Caller caller;
        private long code = System.nanoTime() - CODE_LASTS;

        Session(Role role) throws IOException, InterruptedException {
            this.role = role;
            person = person(role);
            synchronized (runs) {
                caller = Caller.signedIn(gateway, person);
            }
        }

        void freshen() throws IOException, InterruptedException {
            if (stepsUp(role) && System.nanoTime() - code >= CODE_LASTS) {
                synchronized (runs) {
                    caller.stepUp(person);
                }
                code = System.nanoTime();
            }
        }
    }
}
