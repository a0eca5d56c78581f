package vn.mscore.hotline.house;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;

/**
 * Asks at every address of the screens as somebody who is not named there, for a thing that is there and for one that never
 * was: 403 or 404, the same for both.
 */
final class ShutDoors {
    private final RealThings things;
    private final String other;
    private int asked;

    /** {@code other} is a case for the fields that name a second one. */
    ShutDoors(RealThings things, String other) {
        this.things = things;
        this.other = other;
    }

    /** How many addresses were asked. */
    int asked() {
        return asked;
    }

    /** Where {@code who}, a role or an officer of another office, was let in or told more than of nothing. */
    List<String> leaks(String who, Caller caller) throws IOException, InterruptedException {
        Role role = who.equals("other office") ? Role.OFFICER : Role.valueOf(who);
        List<String> leaks = new ArrayList<>();
        for (Map.Entry<String, Method> page : Resources.screens().entrySet()) {
            String[] request = page.getKey().split(" ", 2);
            Address address = new Address(request[0], request[1]);
            if (!isNamed(page.getValue(), role) || isAnothers(address, role)) {
                compare(caller, address).forEach(leak -> leaks.add(who + " " + address + " " + leak));
                asked++;
            }
        }
        return leaks;
    }

    private static boolean isNamed(Method page, Role role) {
        For rule = Resources.word(page, For.class);
        return rule == null || rule.everyRole() || Arrays.asList(rule.value()).contains(role);
    }

    /** Everybody may ask for a session to be ended, if it is his. */
    private static boolean isAnothers(Address address, Role role) {
        return address.path().endsWith("/sessions/{id}/end") && role != Role.OPERATOR;
    }

    private List<String> compare(Caller who, Address address) throws IOException, InterruptedException {
        Answer real = sent(who, address.verb(), things.real(address));
        Answer none = sent(who, address.verb(), things.none(address));
        // A sound is sent as such: a form is turned away before anybody looks who sends it.
        boolean shut = real.status() == 403
                || real.status() == 404
                || (real.status() == 415 && address.path().endsWith("/prompts/{id}"));
        boolean same = things.plain(real, address).equals(things.plain(none, address));
        return shut && same ? List.of() : List.of(real.status() + "/" + none.status());
    }

    private Answer sent(Caller who, String verb, String path) throws IOException, InterruptedException {
        return verb.equals("GET") ? who.get(path) : who.post(path, TicketDoors.fields(other));
    }
}
