package vn.mscore.hotline.sms.simulator.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.simulator.PhoneMessage;
import vn.mscore.hotline.sms.simulator.Simulation;
import vn.mscore.hotline.sms.simulator.Switch;

/** The simulation as JSON. Numbers are in clear: they belong to nobody. */
final class Views {
    private Views() {}

    static JsonObjectBuilder of(PhoneMessage message) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        message.steps()
                .forEach(step -> steps.add(Json.createObjectBuilder()
                        .add("stage", step.stage().name())
                        .add("at", step.at().toString())));
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("id", message.id())
                .add("phone", message.phone())
                .add("peer", message.peer())
                .add("direction", message.direction().name())
                .add("text", message.text())
                .add("parts", message.parts())
                .add("alphabet", message.alphabet().name())
                .add("price", message.price())
                .add("stage", message.stage().name())
                .add("done", message.isDone())
                .add("steps", steps);
        message.answers().ifPresent(other -> view.add("answers", other));
        return view;
    }

    static JsonObjectBuilder of(Simulation simulation) {
        String number = simulation.modem().number();
        return Json.createObjectBuilder()
                .add("number", number)
                .add("local", PhoneNumber.parse(number).map(PhoneNumber::local).orElse(number))
                .add("price", simulation.dongPerPart())
                .add("connected", simulation.modem().inUse())
                .add("change", simulation.feed().last())
                .add("switches", switches(simulation));
    }

    static JsonArrayBuilder switches(Simulation simulation) {
        JsonArrayBuilder views = Json.createArrayBuilder();
        for (Switch which : Switch.values()) {
            views.add(Json.createObjectBuilder()
                    .add("key", which.key())
                    .add("kind", which.kind().name())
                    .add("max", which.max())
                    .add("position", simulation.switches().get(which)));
        }
        return views;
    }
}
