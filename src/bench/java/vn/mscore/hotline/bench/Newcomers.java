package vn.mscore.hotline.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;

/** More operators than the demo has: invited by its technician, each with an own password and authenticator. */
final class Newcomers {
    private static final String PASSWORD = "ba con voi xanh lá";
    private static final Pattern INVITATION = Pattern.compile("id=\"invitation\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<");

    private Newcomers() {}

    /** {@code count} of them, signed in. */
    static List<Caller> operators(Gateway gateway, int count) throws IOException, InterruptedException {
        Person technician = People.of(gateway, Role.ADMINISTRATOR);
        Caller admin = Caller.signedIn(gateway, technician);
        admin.stepUp(technician);
        List<Caller> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String login = "truc" + i;
            Map<String, String> wanted =
                    Map.of("login", login, "name", "Người trực " + i, "role", "OPERATOR", "unit", "");
            all.add(settled(gateway, login, found(INVITATION, admin.post("/console/accounts", wanted).body())));
        }
        return all;
    }

    private static Caller settled(Gateway gateway, String login, String invitation)
            throws IOException, InterruptedException {
        Caller caller = Caller.stranger(gateway);
        caller.get("/console/login");
        caller.post("/console/login", Map.of("login", login, "password", invitation));
        caller.get("/console/login/password");
        caller.post("/console/login/password", Map.of("password", PASSWORD, "again", PASSWORD));
        String secret = found(SECRET, caller.get("/console/login/enrol").body()).replace(" ", "");
        Person person = new Person(login, PASSWORD, secret);
        caller.post("/console/login/enrol", Map.of("code", person.code()));
        if (caller.get("/console/account").status() != 200) {
            throw new IllegalStateException(login + " was not let in");
        }
        return caller;
    }

    private static String found(Pattern pattern, String page) {
        Matcher match = pattern.matcher(page);
        if (!match.find()) {
            throw new IllegalStateException(pattern + " is not in " + page);
        }
        return match.group(1).strip();
    }
}
