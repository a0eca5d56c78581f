package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.voice.VoiceReading;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.UssdQuery;

/** The lines and how the mail flows. */
@Path("lines")
@For({Role.ADMINISTRATOR, Role.OPERATOR})
public class LinesPage {
    private final Pages pages;
    private final Asked asked;
    private final SmsLines lines;
    private final LinesReading reading;
    private final VoiceReading voice;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public LinesPage(Pages pages, Asked asked, SmsLines lines, LinesReading reading, VoiceReading voice, Deeds deeds) {
        this.pages = pages;
        this.asked = asked;
        this.lines = lines;
        this.reading = reading;
        this.voice = voice;
        this.deeds = deeds;
    }

    /** The page. */
    @GET
    public Response page() {
        return show(Optional.empty(), "");
    }

    /** Its middle, which the page asks for again every ten seconds. */
    @GET
    @Path("now")
    @Background
    public Response now() {
        return show(Optional.empty(), "");
    }

    /** Asks the SIM of a line for its balance: up to forty seconds, outside any transaction. */
    @POST
    @Path("{name}/balance")
    @For(Role.ADMINISTRATOR)
    public Response balance(@PathParam("name") String name) {
        SmsLine line = lines.byName(name).orElseThrow(NotFoundException::new);
        deeds.tell(asked.viewer(), new Deed("line.balance", name), () -> true, done -> done);
        Optional<String> balance = line.ussd().flatMap(UssdQuery::balance);
        return show(Optional.of(balance.orElse("")), name);
    }

    private Response show(Optional<String> balance, String asking) {
        return pages.page(
                asked.fragment() ? "lines-now" : "lines",
                Map.of(
                        "view", reading.now(asked.language()),
                        "voice", voice.now(),
                        "asked", asking,
                        "balance", balance.orElse(""),
                        "technician", asked.viewer().is(Role.ADMINISTRATOR)),
                asked);
    }
}
