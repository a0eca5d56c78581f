package vn.mscore.hotline.voice.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.simulator.CallWire;
import vn.mscore.hotline.voice.simulator.SimulatedCall;
import vn.mscore.hotline.voice.simulator.SimulatedExchange;
import vn.mscore.hotline.voice.simulator.SoundShelf;

/** Calls from the handset page: begin, listen, press, speak, hang up. */
@Singleton
@DemoCalls
@Path("simulator")
@Produces(MediaType.APPLICATION_JSON)
public class CallResource {
    private static final String WAV = "audio/wav";
    private static final String MAIN = "main";
    private static final int MOST_BYTES = 128 << 10;
    private static final int MOST_KEYS = 64;
    private static final Pattern FLOW = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern RECORDING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SOUND = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64}){0,3}");

    private final SimulatedExchange exchange;
    private final CallStreams streams;
    private final SoundShelf shelf;

    /** Works on {@code exchange}, plays from {@code shelf}. */
    @Inject
    public CallResource(SimulatedExchange exchange, CallStreams streams, SoundShelf shelf) {
        this.exchange = exchange;
        this.streams = streams;
        this.shelf = shelf;
    }

    /** Calls the hotline: {@code {"from": "0912345678"}}, without {@code from} when the number is hidden. */
    @POST
    @Path("calls")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(String body) {
        JsonObject wish = read(body);
        String from = wish.getString("from", "");
        String flow = wish.getString("flow", MAIN);
        Optional<PhoneNumber> caller = PhoneNumber.parse(from);
        if (!from.isEmpty() && caller.isEmpty() || !FLOW.matcher(flow).matches()) {
            return Refusal.badRequest("number", "this is no telephone number");
        }
        return exchange.call(caller, flow)
                .map(call -> Response.status(Response.Status.CREATED)
                        .entity(Json.createObjectBuilder()
                                .add("id", call.start().id())
                                .build()
                                .toString())
                        .build())
                .orElseGet(() -> Refusal.of(
                        Response.Status.SERVICE_UNAVAILABLE, "busy", "all lines are taken, or none answers"));
    }

    /** What the call says, from the event after {@code Last-Event-ID}. */
    @GET
    @Path("calls/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String lastSeen,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Optional<SimulatedCall> call = exchange.find(id);
        if (call.isEmpty() || !streams.add(call.get().wire(), sink, sse, lastSeen)) {
            sink.close();
            throw new WebApplicationException(nothing());
        }
    }

    /** Presses keys: {@code {"keys": "12#"}}. */
    @POST
    @Path("calls/{id}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response press(@PathParam("id") String id, String body) {
        String keys = read(body).getString("keys", "");
        return on(id, wire -> keys.length() <= MOST_KEYS && wire.press(keys));
    }

    /** Says that an event's sounds were played to their end: {@code {"event": 3}}. */
    @POST
    @Path("calls/{id}/played")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response played(@PathParam("id") String id, String body) {
        int event = read(body).getInt("event", 0);
        return on(id, wire -> {
            wire.played(event);
            return event > 0;
        });
    }

    /** Speaks: 16 bit little-endian samples, 8 kHz, one channel, at most eight seconds at a time. */
    @POST
    @Path("calls/{id}/speech")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response speak(@PathParam("id") String id, byte[] samples) {
        return on(id, wire -> samples.length <= MOST_BYTES && wire.speak(samples));
    }

    /** Hangs up. */
    @DELETE
    @Path("calls/{id}")
    public Response hangUp(@PathParam("id") String id) {
        return on(id, wire -> {
            wire.hangUp();
            return true;
        });
    }

    private Response on(String id, Predicate<CallWire> deed) {
        return exchange.find(id)
                .map(call -> deed.test(call.wire())
                        ? Response.noContent().build()
                        : Refusal.badRequest("body", "this cannot be pressed, played or said"))
                .orElseGet(CallResource::nothing);
    }

    /** What the caller said in this call, for "listen to it". */
    @GET
    @Path("calls/{id}/recordings/{recording}")
    @Produces(WAV)
    public Response said(@PathParam("id") String id, @PathParam("recording") String recording) {
        return exchange.find(id)
                .filter(call -> RECORDING.matcher(recording).matches())
                .flatMap(call -> call.said(new RecordingId(recording)))
                .map(CallResource::wav)
                .orElseGet(CallResource::nothing);
    }

    /** A sound of a voice pack. */
    @GET
    @Path("sounds/{id: .+}")
    @Produces(WAV)
    public Response sound(@PathParam("id") String id) {
        return Optional.of(id)
                .filter(name -> SOUND.matcher(name).matches())
                .flatMap(shelf::wav)
                .map(CallResource::wav)
                .orElseGet(CallResource::nothing);
    }

    private static Response wav(byte[] file) {
        return Response.ok(file, WAV).build();
    }

    private static Response nothing() {
        return Refusal.of(Response.Status.NOT_FOUND, "path", "there is nothing here");
    }

    private static JsonObject read(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonValue value = reader.readValue();
            return value.getValueType() == JsonValue.ValueType.OBJECT
                    ? value.asJsonObject()
                    : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }
}
