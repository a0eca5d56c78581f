package vn.mscore.hotline.unit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.JsonFields;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.FedUnit;
import vn.mscore.hotline.unit.UnitForm;

/** One office in JSON: what it says, or what is wrong with it. */
record UnitJson(Optional<FedUnit> unit, List<RowFault> faults) {
    private static final JsonFields.Names UNIT = new JsonFields.Names(
            Set.of("name", "shortName", "kind", "parent", "validFrom", "validTo", "phone", "address"),
            Set.of(),
            Set.of("identifiers", "successors"));
    private static final JsonFields.Names SUCCESSOR =
            new JsonFields.Names(Set.of("field", "unit", "from"), Set.of(), Set.of());

    static UnitJson parse(String code, byte[] body) {
        Optional<JsonFields> json = JsonFields.parse(body);
        if (json.isEmpty()) {
            return refused("", "không phải một đối tượng JSON / is not one JSON object");
        }
        if (!UnitCode.isValid(code)) {
            return refused("code", "mã đơn vị sai / is not a unit code");
        }
        FieldReader fields = json.get().fields(UNIT);
        List<String> identifiers = json.get().texts("identifiers", fields).orElse(List.of());
        List<FedUnit.Successor> successors = successors(json.get(), fields);
        Optional<FedUnit> unit = new UnitForm(fields, UnaryOperator.identity())
                .read(code, identifiers)
                .map(u -> new FedUnit(u, Optional.of(successors)));
        return new UnitJson(unit, fields.faults());
    }

    private static UnitJson refused(String field, String sentence) {
        return new UnitJson(Optional.empty(), List.of(new RowFault(0, field, sentence)));
    }

    private static List<FedUnit.Successor> successors(JsonFields json, FieldReader fields) {
        List<FedUnit.Successor> all = new ArrayList<>();
        for (JsonFields item : json.objects("successors", fields).orElse(List.of())) {
            FieldReader reader = item.fields(SUCCESSOR);
            UnitForm.successor(reader).ifPresent(next -> add(next, all, reader));
            reader.faults().forEach(f -> fields.fault("successors." + f.field(), f.sentence()));
        }
        return all;
    }

    private static void add(FedUnit.Successor next, List<FedUnit.Successor> all, FieldReader reader) {
        if (all.stream()
                .anyMatch(other ->
                        other.field().equals(next.field()) && other.from().equals(next.from()))) {
            reader.fault("field", "lặp lại / is there twice for the same day");
        }
        all.add(next);
    }
}
