package vn.mscore.hotline.console.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.FedUnit.Successor;
import vn.mscore.hotline.unit.Unit;

/**
 * An office as a form shows it, all text.
 *
 * @param identifiers separated by blanks
 * @param successors a line each: field, unit, first day
 */
public record UnitFields(
        String code,
        String name,
        String shortName,
        String kind,
        String parent,
        String validFrom,
        String validTo,
        String identifiers,
        String phone,
        String address,
        String successors) {
    private static final int LINE = 300;
    private static final int TEXT = 20_000;

    static UnitFields fresh(String code) {
        return new UnitFields(code, "", "", "DIVISION", "", "", "", "", "", "", "");
    }

    static UnitFields of(Unit unit, List<Successor> next) {
        return new UnitFields(
                unit.code().value(),
                unit.name().full(),
                unit.name().ascii(),
                unit.kind().name(),
                unit.parent().map(UnitCode::value).orElse(""),
                unit.validFrom().toString(),
                unit.validTo().map(Object::toString).orElse(""),
                String.join(" ", unit.identifiers()),
                unit.phone().orElse(""),
                unit.address().orElse(""),
                next.stream()
                        .map(one -> one.field() + ", " + one.unit() + ", " + one.from())
                        .collect(Collectors.joining("\n")));
    }

    static UnitFields of(String code, Form form) {
        return new UnitFields(
                code,
                form.text("name", LINE).orElse(""),
                form.text("shortName", LINE).orElse(""),
                form.text("kind", LINE).orElse(""),
                form.text("parent", LINE).orElse(""),
                form.text("validFrom", LINE).orElse(""),
                form.text("validTo", LINE).orElse(""),
                form.text("identifiers", LINE).orElse(""),
                form.text("phone", LINE).orElse(""),
                form.text("address", LINE).orElse(""),
                form.text("successors", TEXT).orElse(""));
    }

    /** As the interface of other programs takes it: one reading, one set of rules. */
    byte[] json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "name", name);
        add(json, "shortName", shortName);
        add(json, "kind", kind);
        add(json, "parent", parent);
        add(json, "validFrom", validFrom);
        add(json, "validTo", validTo);
        add(json, "phone", phone);
        add(json, "address", address);
        JsonArrayBuilder codes = Json.createArrayBuilder();
        identifiers
                .lines()
                .flatMap(line -> List.of(line.split("[ ;,]+")).stream())
                .filter(one -> !one.isBlank())
                .forEach(codes::add);
        JsonArrayBuilder next = Json.createArrayBuilder();
        successors.lines().filter(line -> !line.isBlank()).forEach(line -> next.add(successor(line)));
        json.add("identifiers", codes).add("successors", next);
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (!value.isEmpty()) {
            json.add(name, value);
        }
    }

    private static JsonObjectBuilder successor(String line) {
        String[] cells = (line + ",,").split(",", -1);
        JsonObjectBuilder json = Json.createObjectBuilder().add("field", cells[0].strip());
        add(json, "unit", cells[1].strip());
        add(json, "from", cells[2].strip());
        return json;
    }
}
