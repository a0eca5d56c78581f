package vn.mscore.hotline.platform;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object of a caller, read strictly: no duplicate, unknown or wrongly typed field, no depth that data of ours
 * could have. Faults go to the {@link FieldReader} made by {@link #fields}.
 */
public final class JsonFields {
    private static final int DEEPEST = 8;
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private final JsonObject object;

    private JsonFields(JsonObject object) {
        this.object = object;
    }

    /** The object in {@code body}; empty when it is not one JSON object. */
    public static Optional<JsonFields> parse(byte[] body) {
        return structure(body).filter(JsonObject.class::isInstance).map(all -> new JsonFields(all.asJsonObject()));
    }

    /**
     * The elements of a list in {@code body}, each as JSON by itself; empty when there is no list at that place.
     *
     * @param pointer RFC 6901, for instance {@code /results}; empty when the body itself is the list
     */
    public static Optional<List<byte[]>> elements(byte[] body, String pointer) {
        return structure(body)
                .flatMap(all -> place(all, pointer))
                .filter(JsonArray.class::isInstance)
                .map(list -> list.asJsonArray().stream()
                        .map(element -> element.toString().getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static Optional<JsonStructure> structure(byte[] body) {
        if (tooDeep(body)) {
            return Optional.empty();
        }
        try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            return Optional.of(reader.read());
        } catch (JsonException | ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            // The last three: a number longer, or with a greater exponent, than the parser takes.
            return Optional.empty();
        }
    }

    /**
     * The text, number or truth value at a place inside; empty when there is none.
     *
     * @param pointer RFC 6901, for instance {@code /sms/0/id}
     */
    public Optional<String> at(String pointer) {
        return place(object, pointer).flatMap(JsonFields::word);
    }

    /** Whether there is anything at a place inside. */
    public boolean has(String pointer) {
        return place(object, pointer).isPresent();
    }

    private static Optional<JsonValue> place(JsonStructure all, String pointer) {
        try {
            return Optional.of(Json.createPointer(pointer).getValue(all));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> word(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> Optional.of(value.toString());
            default -> Optional.empty();
        };
    }

    /** Parsers recurse; a body of ten thousand brackets is refused before one sees it. */
    private static boolean tooDeep(byte[] body) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length; i++) {
            byte b = body[i];
            if (quoted && b == '\\') {
                i++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && (b == '{' || b == '[')) {
                if (++depth > DEEPEST) {
                    return true;
                }
            } else if (!quoted && (b == '}' || b == ']')) {
                depth--;
            }
        }
        return false;
    }

    /** The names an object may have, by the type of their values; null is absence for all. */
    public record Names(Set<String> texts, Set<String> numbers, Set<String> lists) {}

    /** A reader of the texts and numbers; unknown names and wrong types are faults. */
    public FieldReader fields(Names names) {
        FieldReader reader = new FieldReader(0, this::text);
        object.forEach((name, value) -> {
            if (!fits(names, name, value.getValueType())) {
                reader.fault(shortened(name), "không có trường này hoặc sai kiểu / unknown field or wrong type");
            }
        });
        return reader;
    }

    private static boolean fits(Names names, String name, ValueType type) {
        return switch (type) {
            case NULL ->
                names.texts().contains(name)
                        || names.numbers().contains(name)
                        || names.lists().contains(name);
            case STRING -> names.texts().contains(name);
            case NUMBER -> names.numbers().contains(name);
            case ARRAY -> names.lists().contains(name);
            default -> false;
        };
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) : name;
    }

    private String text(String field) {
        JsonValue value = object.get(field);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value != null && value.getValueType() == ValueType.NUMBER ? value.toString() : null;
    }

    /** The objects of a list; empty when the field is absent, a fault when it holds anything else. */
    public Optional<List<JsonFields>> objects(String field, FieldReader faults) {
        return array(field).map(array -> {
            if (array.stream().anyMatch(v -> v.getValueType() != ValueType.OBJECT)) {
                faults.fault(field, "phải là danh sách đối tượng / must be a list of objects");
                return List.of();
            }
            return array.stream().map(v -> new JsonFields(v.asJsonObject())).toList();
        });
    }

    /** The texts of a list; empty when the field is absent, a fault when it holds anything else. */
    public Optional<List<String>> texts(String field, FieldReader faults) {
        return array(field).map(array -> {
            if (array.stream().anyMatch(v -> v.getValueType() != ValueType.STRING)) {
                faults.fault(field, "phải là danh sách chữ / must be a list of strings");
                return List.of();
            }
            return array.getValuesAs(JsonString::getString);
        });
    }

    private Optional<JsonArray> array(String field) {
        JsonValue value = object.get(field);
        return value instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }
}
