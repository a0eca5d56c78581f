package vn.mscore.hotline.unit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.WrittenTimes;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** The fields of an office, the same in JSON ({@code shortName}) and in CSV ({@code short_name}). */
public final class UnitForm {
    private static final Pattern ASCII = Pattern.compile("[ -~]+");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Z0-9.]{1,35}");
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9 .()-]{2,29}");
    private static final int SHORT_NAME = 22;

    private final FieldReader fields;
    private final UnaryOperator<String> naming;

    /** Reads {@code fields}, whose names are {@code naming} of the JSON names. */
    public UnitForm(FieldReader fields, UnaryOperator<String> naming) {
        this.fields = fields;
        this.naming = naming;
    }

    /** The office {@code code} with {@code identifiers}; empty when the reader noted a fault. */
    public Optional<Unit> read(String code, List<String> identifiers) {
        UnitName name = new UnitName(fields.required("name", 200), shortName());
        Optional<UnitKind> kind = fields.requiredValue("kind", UnitForm::kind);
        Optional<UnitCode> parent = fields.value("parent", UnitForm::code);
        Optional<LocalDate> from = fields.requiredValue(naming.apply("validFrom"), WrittenTimes::day);
        Optional<LocalDate> to = fields.value(naming.apply("validTo"), WrittenTimes::day);
        Optional<String> phone = fields.value("phone", UnitForm::phone);
        Optional<String> address = fields.optional("address", 300);
        checkIdentifiers(identifiers);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.fault(naming.apply("validTo"), "trước ngày bắt đầu / is before the first day");
        }
        if (parent.isPresent() && parent.get().value().equals(code)) {
            fields.fault("parent", "là chính nó / is the unit itself");
        }
        return !fields.faults().isEmpty()
                ? Optional.empty()
                : Optional.of(new Unit(
                        code(code),
                        name,
                        kind.orElseThrow(),
                        parent,
                        from.orElseThrow(),
                        to,
                        identifiers,
                        phone,
                        address));
    }

    private String shortName() {
        String field = naming.apply("shortName");
        String text = fields.required(field, SHORT_NAME);
        if (!text.isEmpty() && !ASCII.matcher(text).matches()) {
            fields.fault(field, "phải không dấu / must be plain ASCII");
        }
        return text;
    }

    private void checkIdentifiers(List<String> identifiers) {
        if (!identifiers.stream().allMatch(i -> IDENTIFIER.matcher(i).matches())) {
            fields.fault("identifiers", "sai dạng, ví dụ H50.15 / must look like H50.15");
        }
    }

    private static UnitKind kind(String text) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "phải là một trong / must be one of " + Arrays.toString(UnitKind.values())));
    }

    private static String phone(String text) {
        Require.that(PHONE.matcher(text).matches(), "không phải số điện thoại / is not a telephone number");
        return text;
    }

    /** A unit code; throws {@link IllegalArgumentException} with a sentence for people. */
    public static UnitCode code(String text) {
        Require.that(UnitCode.isValid(text), "mã đơn vị gồm A-Z 0-9 . _ - / a unit code is 1 to 40 of A-Z 0-9 . _ -");
        return new UnitCode(text);
    }

    /** One successor out of the fields {@code field, unit, from}; empty when the reader noted a fault. */
    public static Optional<FedUnit.Successor> successor(FieldReader fields) {
        String field = fields.optional("field", 60).orElse("");
        Optional<UnitCode> unit = fields.requiredValue("unit", UnitForm::code);
        Optional<LocalDate> from = fields.requiredValue("from", WrittenTimes::day);
        return fields.faults().isEmpty()
                ? Optional.of(new FedUnit.Successor(field, unit.orElseThrow().value(), from.orElseThrow()))
                : Optional.empty();
    }
}
