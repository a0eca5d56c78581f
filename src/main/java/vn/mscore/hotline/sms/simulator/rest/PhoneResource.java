package vn.mscore.hotline.sms.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.simulator.Simulation;
import vn.mscore.hotline.sms.simulator.SimulatorService;

/** One phone of the demo: what it has, what it sends, whom it rings. */
@Singleton
@DemoOnly
@Path("simulator/phones/{number}")
@Produces(MediaType.APPLICATION_JSON)
public class PhoneResource {
    private static final int LONGEST_TEXT = 5_000;
    private static final Pattern SENDER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ]{2,10}|\\d{3,6}");

    private final SimulatorService service;

    /** Shows {@code service}. */
    @Inject
    public PhoneResource(SimulatorService service) {
        this.service = service;
    }

    private Simulation simulation() {
        return service.running().orElseThrow();
    }

    /** A number as people write it, or a name or short number as companies send from. */
    private static Optional<String> phone(String raw) {
        return PhoneNumber.parse(raw).map(PhoneNumber::e164).or(() -> Optional.of(raw.strip())
                .filter(name -> SENDER_NAME.matcher(name).matches()));
    }

    private static Response noNumber() {
        return Refusal.badRequest("number", "this is neither a telephone number nor a sender's name");
    }

    /** Its messages, oldest first. */
    @GET
    @Path("messages")
    public Response messages(@PathParam("number") String raw) {
        return phone(raw)
                .map(number -> {
                    simulation().network().open(number);
                    JsonArrayBuilder views = Json.createArrayBuilder();
                    simulation().network().messages(number).forEach(message -> views.add(Views.of(message)));
                    String body = Json.createObjectBuilder()
                            .add("number", number)
                            .add("messages", views)
                            .build()
                            .toString();
                    return Response.ok(body).build();
                })
                .orElseGet(PhoneResource::noNumber);
    }

    /** Sends {@code {"text": "..."}} to the gateway. */
    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(@PathParam("number") String raw, String body) {
        Optional<String> number = phone(raw);
        String text = Body.read(body).getString("text", null);
        if (number.isEmpty()) {
            return noNumber();
        }
        if (text == null || text.length() > LONGEST_TEXT) {
            return Refusal.badRequest("text", "a text of at most " + LONGEST_TEXT + " characters is needed");
        }
        long id = simulation().network().text(number.get(), simulation().modem().number(), text);
        return Response.accepted(
                        Json.createObjectBuilder().add("id", id).build().toString())
                .build();
    }

    /** Rings the gateway's modem and gives up when hung up on, or after some rings; the body is an empty object. */
    @POST
    @Path("calls")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(@PathParam("number") String raw, String body) {
        return phone(raw)
                .map(number -> {
                    simulation().network().call(number, simulation().modem().number());
                    return Response.accepted().build();
                })
                .orElseGet(PhoneResource::noNumber);
    }
}
