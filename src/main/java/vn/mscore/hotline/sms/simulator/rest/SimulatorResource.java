package vn.mscore.hotline.sms.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.mscore.hotline.sms.simulator.Simulation;
import vn.mscore.hotline.sms.simulator.SimulatorService;
import vn.mscore.hotline.sms.simulator.Switch;

/** The simulated network as a whole: its modem, its switches, and the citizens of the demo. */
@Singleton
@DemoOnly
@Path("simulator")
@Produces(MediaType.APPLICATION_JSON)
public class SimulatorResource {
    private static final String CITIZENS = "/demo/citizens.json";

    private final SimulatorService service;

    /** Shows {@code service}. */
    @Inject
    public SimulatorResource(SimulatorService service) {
        this.service = service;
    }

    private Simulation simulation() {
        return service.running().orElseThrow();
    }

    /** The gateway's number, the price of a part, and the switches. */
    @GET
    public String look() {
        return Views.of(simulation()).build().toString();
    }

    /** All switches with their kinds and positions. */
    @GET
    @Path("switches")
    public String switches() {
        return Views.switches(simulation()).build().toString();
    }

    /** Turns one switch: {@code {"position": 1}}. */
    @PUT
    @Path("switches/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response turn(@PathParam("key") String key, String body) {
        Optional<Switch> which = Switch.of(key);
        int position = Body.read(body).getInt("position", -1);
        if (which.isEmpty()) {
            return Refusal.of(Response.Status.NOT_FOUND, "switch", "there is no such switch");
        }
        if (position < 0 || position > which.get().max()) {
            return Refusal.badRequest(
                    "position",
                    "the position must lie between 0 and " + which.get().max());
        }
        simulation().switches().set(which.get(), position);
        return Response.ok(switches()).build();
    }

    /** All phones with how many messages each has. */
    @GET
    @Path("phones")
    public String phones() {
        JsonArrayBuilder phones = Json.createArrayBuilder();
        for (String number : simulation().network().phones()) {
            phones.add(Json.createObjectBuilder()
                    .add("number", number)
                    .add("messages", simulation().network().messages(number).size()));
        }
        return phones.build().toString();
    }

    /** One message. */
    @GET
    @Path("messages/{id}")
    public Response message(@PathParam("id") long id) {
        return simulation()
                .network()
                .message(id)
                .map(message ->
                        Response.ok(Views.of(message).build().toString()).build())
                .orElseGet(() -> Refusal.of(Response.Status.NOT_FOUND, "message", "there is no such message"));
    }

    /** The people of the demo, their stories, codes and PINs; empty when no demo is packed. */
    @GET
    @Path("citizens")
    public String citizens() throws IOException {
        try (InputStream in = SimulatorResource.class.getResourceAsStream(CITIZENS)) {
            return in == null ? "[]" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
