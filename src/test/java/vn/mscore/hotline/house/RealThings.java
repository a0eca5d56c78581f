package vn.mscore.hotline.house;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;

/**
 * For every gap of an address of the screens a thing that is there, and one of its kind that never was: of a request, a mark, a
 * caller, a sealed case, an account. A gap is known by the word before it, as in {@code callbacks/{id}}, or by its name alone.
 */
final class RealThings {
    /** A well-formed name of a sealed case that is none. */
    static final String NO_PSEUDONYM = "0123456789abcdef0123456789abcdef";

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 100;
    private static final String NO_ROW = "1000000000000000003";
    private static final String NO_RECORDING = "00000000-0000-4000-8000-000000000000";
    private static final String LINE =
            "<section class=\"card\" aria-label=\"([\\w-]+)\"><div class=\"head\"><h2>\\1</h2>";
    private static final Pattern GAP = Pattern.compile("([^/{}]*/)(\\{\\w+})");

    private final Gateway gateway;
    private final TestDatabase.Schema schema;
    private final Map<String, Pair> pairs = new HashMap<>();

    /** What is there, and what never was. */
    record Pair(String real, String none) {}

    RealThings(Gateway gateway, TestDatabase.Schema schema) {
        this.gateway = gateway;
        this.schema = schema;
        of("prompts/{id}", "vi/menu-phan-anh", "vi/khong-co");
        of("sound/{id}", "vi/menu-phan-anh", "vi/khong-co");
        of("routes/{code}", "GTDB", "KHONGCO");
        of("units/{code}", "KS-KT", "KHONG-CO");
        of("texts/{name}", "T01", "T99");
        of("{login}", "hoa", "khong-co");
        of("{deed}", "INVITE", "INVITE");
        of("{command}", "note", "note");
    }

    /** One more kind of gap. */
    RealThings of(String gap, String real, String none) {
        pairs.put(gap, new Pair(real, none));
        return this;
    }

    /** A row of a table that {@code query} finds, waited for. */
    RealThings row(String gap, String query) throws InterruptedException {
        if (!Gateway.await(LIMIT, () -> !schema.column(query).isEmpty())) {
            throw new IllegalStateException("nothing for " + gap);
        }
        return of(gap, schema.column(query).get(0), NO_ROW);
    }

    /** A citizen asks to be called and for his data, marks a dossier low; a delivery cannot be read; {@code admin} makes a key. */
    RealThings ofTheDesk(Caller operator, Caller admin) throws IOException, InterruptedException {
        text("GL");
        text("XOADL");
        text("CD " + returned() + " 2");
        schema.change("insert into sms_quarantine (id, line, why, raw_sealed, received_at)"
                + " values (7000000000000000001, 'first', 'khong doc duoc', 'x', utc_timestamp(6))");
        String until = CalledGateway.day(200).toLocalDate().toString();
        admin.post("/console/keys", Map.of("name", "mot cua", "day", until, "scope", "COMPLAINTS"));
        row("callbacks/{id}", "select id from switchboard_callback");
        row("marks/{id}", "select id from score");
        row("kept/{id}", "select id from sms_quarantine");
        row("keys/{id}", "select id from api_key");
        row(
                "sessions/{id}",
                "select s.id from account_session s join account a on a.id = s.account where a.login = 'minh'");
        of("lines/{name}", found(LINE, admin, "/console/lines"), "khong-co");
        of("apologies/{number}", found("/console/apologies/(\\d+)", operator, "/console/apologies"), NO_ROW);
        return of("requests/{number}", found("/console/requests/(\\d+)", operator, "/console/requests"), "9999999");
    }

    /** A recording of the secret lane. */
    RealThings sealedRecording() throws IOException, InterruptedException {
        try (Handset call = Handset.dial(gateway, "0987650777")) {
            call.denounce("").press("1").hear("vi/kin-dong-y");
        }
        row("{recording}", "select recording_id from voice_recording where secret = 1 and state = 'KEPT'");
        return of("{recording}", pairs.get("{recording}").real(), NO_RECORDING);
    }

    private void text(String words) throws IOException, InterruptedException {
        gateway.call("POST", "/api/simulator/phones/%2B84912345678/messages", "{\"text\": \"" + words + "\"}");
    }

    private String returned() throws IOException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.ofHours(7));
        String code = "H50.15-" + today.minusDays(10).toString().substring(2).replace("-", "") + "-0914";
        String dossier = """
                {"unit":"KS-HCC","procedure":"1.004227","field":"DATDAI","status":"RETURNED","phone":"0912345678",
                 "receivedAt":"%sT08:00:00+07:00","dueAt":"%sT17:00:00+07:00","returnedAt":"%sT09:00:00+07:00"}""".formatted(today.minusDays(10), today.minusDays(1), today.minusDays(1));
        int put = gateway.call("PUT", "/api/v1/dossiers/" + code, dossier).statusCode();
        if (put != 204) {
            throw new IllegalStateException("dossier " + put);
        }
        return code;
    }

    /** What a page names, waited for: an invented name would compare two things that never were. */
    private static String found(String pattern, Caller who, String page) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + LIMIT.toNanos(); System.nanoTime() < end; Thread.sleep(PAUSE_MILLIS)) {
            Matcher found = Pattern.compile(pattern).matcher(who.get(page).body());
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new IllegalStateException(page + " names nothing like " + pattern);
    }

    /** What those who may see it do not find, or find although it never was: otherwise two answers about nothing are compared. */
    List<String> missing(Caller operator, Caller custodian, Caller admin) throws IOException, InterruptedException {
        Map<String, Caller> named = new LinkedHashMap<>();
        for (String gap :
                List.of("requests/{number}", "requests/{number}/data", "callers/{call}", "apologies/{number}")) {
            named.put(gap, operator);
        }
        named.put("sealed/{pseudonym}", custodian);
        for (String gap :
                List.of("routes/{code}", "units/{code}", "texts/{name}", "prompts/{id}", "prompts/sound/{id}")) {
            named.put("admin/" + gap, admin);
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Caller> one : named.entrySet()) {
            Address address = new Address("GET", "/console/" + one.getKey());
            Answer real = one.getValue().get(real(address));
            Answer none = one.getValue().get(none(address));
            // An office that is none yet is the empty form of a new one.
            boolean isNone = one.getKey().equals("admin/units/{code}")
                    ? !plain(real, address).equals(plain(none, address))
                    : none.status() == 404;
            if (real.status() != 200 || !isNone) {
                missing.add(address + " " + real.status() + "/" + none.status());
            }
        }
        return missing;
    }

    /** What the deeds at these addresses would change. */
    String state() {
        return Stream.of(
                        schema.column("select concat_ws(' ', id, revoked_at) from api_key"),
                        schema.column("select concat_ws(' ', id, done_at, calling, tries) from switchboard_callback"),
                        schema.column("select concat_ws(' ', id, settled_at) from sms_quarantine"),
                        schema.column("select concat_ws(' ', login, disabled_at, invitation_until) from account"),
                        schema.column(
                                "select s.id from account_session s join account a on a.id = s.account where login = 'minh'"))
                .map(column -> String.join(" ", column))
                .collect(Collectors.joining("\n"));
    }

    /** The address of what is there. */
    String real(Address address) {
        return filled(address, Pair::real);
    }

    /** The address of what never was. */
    String none(Address address) {
        return filled(address, Pair::none);
    }

    /** Without what was asked for: what remains is what the asker was told. */
    String plain(Answer answer, Address address) {
        String plain = answer.plain("\u0001");
        for (MatchResult gap : GAP.matcher(address.path()).results().toList()) {
            plain = plain.replace(pair(gap).real(), "THING").replace(pair(gap).none(), "THING");
        }
        return plain;
    }

    private String filled(Address address, Function<Pair, String> side) {
        return GAP.matcher(address.path()).replaceAll(gap -> gap.group(1) + side.apply(pair(gap)));
    }

    private Pair pair(MatchResult gap) {
        Pair ofItsWord = pairs.get(gap.group(1) + gap.group(2));
        Pair pair = ofItsWord != null ? ofItsWord : pairs.get(gap.group(2));
        if (pair == null) {
            throw new IllegalStateException("no real thing is known for " + gap.group()
                    + ": say in RealThings, or where it is filled, how to get one");
        }
        return pair;
    }
}
