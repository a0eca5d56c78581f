package vn.mscore.hotline.console.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.complaint.OwnNumbers;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Offices the reader is related to: declared and ended here, by oneself only; what is ended stays for a while, with its day. */
@Path("interests")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.CUSTODIAN})
public class InterestsPage {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 40;
    private static final Reason NONE =
            new Reason("complaint.unit", "Chọn đơn vị trong danh sách. / Choose an office of the list.");

    private static final Reason NO_NUMBER =
            new Reason("interest.number", "Ghi một số điện thoại. / Write a telephone number.");

    private final Pages pages;
    private final Asked asked;
    private final Interests interests;
    private final OwnNumbers numbers;
    private final Units units;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public InterestsPage(
            Pages pages, Asked asked, Interests interests, OwnNumbers numbers, Units units, InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.interests = interests;
        this.numbers = numbers;
        this.units = units;
        this.transaction = transaction;
    }

    /** The list. */
    @GET
    public Response list() {
        return show(OK, "");
    }

    /** One more. */
    @POST
    public Response declare() {
        return carryOut(unit -> interests.declare(asked.viewer(), unit));
    }

    /** One less, after a while. */
    @POST
    @Path("end")
    public Response end() {
        return carryOut(unit -> interests.end(asked.viewer(), unit));
    }

    /** A number of one's own or the family's. */
    @POST
    @Path("numbers")
    @For(Role.CUSTODIAN)
    public Response declareNumber() {
        Optional<PhoneNumber> number = asked.form().text("number", LONGEST).flatMap(PhoneNumber::parse);
        return after(number.map(one -> transaction.call(() -> numbers.declare(asked.viewer(), one)))
                .orElse(Optional.of(NO_NUMBER)));
    }

    /** It is one's own no more. */
    @POST
    @Path("numbers/end")
    @For(Role.CUSTODIAN)
    public Response endNumber() {
        long id = asked.form().number("id", 1, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
        return after(transaction.call(() -> numbers.end(asked.viewer(), id)));
    }

    private Response carryOut(Function<UnitCode, Optional<Reason>> deed) {
        Optional<UnitCode> unit =
                asked.form().text("unit", LONGEST).filter(UnitCode::isValid).map(UnitCode::new);
        Optional<Reason> refused = unit.isEmpty() ? Optional.of(NONE) : transaction.call(() -> deed.apply(unit.get()));
        return after(refused);
    }

    private Response after(Optional<Reason> refused) {
        return refused.map(why -> show(UNPROCESSABLE, asked.sentence(why)))
                .orElseGet(() ->
                        Response.seeOther(URI.create("/console/interests")).build());
    }

    private Response show(int status, String fault) {
        List<Line> own = transaction.call(() -> interests.of(asked.viewer()).stream()
                .map(one -> new Line(one.unit().value(), units.name(one.unit()).full(), day(one.ends())))
                .toList());
        List<Phone> phones = transaction.call(() -> numbers.of(asked.viewer()).stream()
                .map(one -> new Phone(one.id(), one.masked(), day(one.ends())))
                .toList());
        boolean keeper = asked.viewer().is(Role.CUSTODIAN);
        return pages.page(
                status,
                "desk/interests",
                Map.of("own", own, "phones", phones, "keeper", keeper, "fault", fault),
                asked);
    }

    private static String day(Optional<Instant> ends) {
        return ends.map(at -> Shown.day(LocalDate.ofInstant(at, Shown.ZONE))).orElse("");
    }

    /** An office on the list, and the day it ends or nothing. */
    public record Line(String code, String name, String ends) {}

    /** A number on the list, and the day it ends or nothing. */
    public record Phone(long id, String masked, String ends) {}
}
