package vn.mscore.hotline.sms.http;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.mscore.hotline.shared.Require;

/** A JSON object as a mapping describes it: {@code send.json/sms/0/text = {text}}. */
record JsonBody(List<Field> fields) {
    /** A value at a pointer. */
    record Field(Kind kind, String pointer, Template template) {}

    /** Of what type a value is. */
    enum Kind {
        /** {@code send.json/...}: a string. */
        TEXT("send.json", Json::createValue),
        /** {@code send.number/...}: a number. */
        NUMBER("send.number", Kind::number),
        /** {@code send.flag/...}: true or false. */
        FLAG("send.flag", Kind::flag);

        private final String prefix;
        private final Function<String, JsonValue> value;

        Kind(String prefix, Function<String, JsonValue> value) {
            this.prefix = prefix;
            this.value = value;
        }

        private static JsonValue number(String text) {
            Require.that(text.matches("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?"), "must be a number");
            return Json.createValue(new BigDecimal(text));
        }

        private static JsonValue flag(String text) {
            Require.that(text.equals("true") || text.equals("false"), "must be true or false");
            return text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
    }

    /** Reads and tries all fields. */
    static JsonBody read(MappingFile file) {
        List<Field> fields = new ArrayList<>();
        JsonTree trial = new JsonTree();
        for (Kind kind : Kind.values()) {
            file.under(kind.prefix).forEach((pointer, text) -> {
                Field field = new Field(
                        kind, pointer, file.reading(kind.prefix + pointer, () -> tried(kind, Template.parse(text))));
                fields.add(field);
                file.reading(kind.prefix + pointer, () -> put(trial, field, JsonValue.NULL));
            });
        }
        return new JsonBody(List.copyOf(fields));
    }

    /** A value without placeholders is read at the start. */
    private static Template tried(Kind kind, Template template) {
        if (template.places().isEmpty()) {
            Objects.requireNonNull(kind.value.apply(template.fill(Map.of())));
        }
        return template;
    }

    private static JsonTree put(JsonTree tree, Field field, JsonValue value) {
        tree.put(field.pointer(), value);
        return tree;
    }

    /**
     * As text.
     *
     * @throws IllegalArgumentException when a number or flag is none with these values
     */
    String write(Map<Placeholder, String> values) {
        JsonTree tree = new JsonTree();
        fields.forEach(field ->
                put(tree, field, field.kind().value.apply(field.template().fill(values))));
        return tree.write();
    }
}
