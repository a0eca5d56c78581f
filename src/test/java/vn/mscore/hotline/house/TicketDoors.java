package vn.mscore.hotline.house;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.Screens.Address;
import vn.mscore.hotline.shared.TicketNumber;

/** Every address of the screens with a gap into which somebody can put a ticket, and how one asks there. */
public final class TicketDoors {
    private static final int NO_YEAR = 99;

    /** Asked for in the query, not in the path. */
    private static final Address THERE = new Address("GET", "/console/queue/there?tickets={ticket}");

    private TicketDoors() {}

    /** All addresses with a gap, once for every command of a case. */
    public static List<Address> all() throws IOException {
        return Stream.concat(
                        Screens.declared().stream().filter(Address::hasGap).flatMap(TicketDoors::commands),
                        Stream.of(THERE))
                .toList();
    }

    private static Stream<Address> commands(Address address) {
        return address.path().contains("{command}")
                ? Stream.concat(
                                Arrays.stream(CaseCommand.values()).map(CaseCommand::code),
                                Stream.of("accept-suggestion"))
                        .map(command ->
                                new Address(address.verb(), address.path().replace("{command}", command)))
                : Stream.of(address);
    }

    /** A number that is well formed and belongs to no case. */
    public static String neverWas() {
        return TicketNumber.of(NO_YEAR, 0).digits();
    }

    /** Asks at {@code address} for whatever {@code ticket} names; forms are filled with something fit for every deed. */
    public static Answer ask(Caller caller, Address address, String ticket, String other)
            throws IOException, InterruptedException {
        return address.verb().equals("GET")
                ? caller.get(address.with(ticket))
                : caller.post(address.with(ticket), fields(other));
    }

    /** Fit for every field of every deed; {@code other} is the second case where one is named. */
    static Map<String, String> fields(String other) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("other", other, "text", "mot hai ba bon nam"));
        Stream.of("version=1 unit=KS kind=FEEDBACK category=GTDB at=08:00 days=2".split(" "))
                .map(pair -> pair.split("="))
                .forEach(pair -> fields.put(pair[0], pair[1]));
        fields.put("day", CalledGateway.day(14).toLocalDate().toString());
        return fields;
    }
}
