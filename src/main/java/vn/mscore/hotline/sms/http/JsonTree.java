package vn.mscore.hotline.sms.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.shared.Require;

/**
 * A JSON object built value by value at RFC 6901 pointers, in the order they come: {@code /sms/0/text}. A step of figures
 * is a place in a list, which is filled from 0 on.
 */
final class JsonTree {
    private final Node root = new Node();

    /** A value, a list or an object; what it is its first child tells. */
    private static final class Node {
        private JsonValue value;
        private final Map<String, Node> children = new LinkedHashMap<>();

        private boolean list() {
            return children.containsKey("0");
        }

        /** Whether {@code step} leads to a child, or to one that may be made: the next of a list, any of an object. */
        private boolean takes(String step) {
            boolean figures = step.matches("[0-9]+");
            boolean next = figures == (children.isEmpty() ? figures : list())
                    && (!figures || step.equals(Integer.toString(children.size())));
            return children.containsKey(step) || next;
        }
    }

    /**
     * Puts a value.
     *
     * @throws IllegalArgumentException when the place is none, is taken, or would leave a hole in a list
     */
    void put(String pointer, JsonValue value) {
        Node node = root;
        for (String step : steps(pointer)) {
            Require.that(node.value == null, "goes through a value");
            Require.that(node.takes(step), "leaves a hole in a list, or mixes list and object");
            node = node.children.computeIfAbsent(step, name -> new Node());
        }
        Require.that(node != root && node.value == null && node.children.isEmpty(), "is taken already");
        node.value = value;
    }

    private static List<String> steps(String pointer) {
        Require.that(pointer.startsWith("/") && pointer.length() > 1, "must begin with / and go on, as /sms/0/text");
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    /** As text. */
    String write() {
        return object(root).build().toString();
    }

    private static JsonObjectBuilder object(Node node) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        node.children.forEach((name, child) -> object.add(name, written(child)));
        return object;
    }

    private static JsonValue written(Node node) {
        if (node.value != null) {
            return node.value;
        }
        if (!node.list()) {
            return object(node).build();
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        node.children.values().forEach(child -> list.add(written(child)));
        return list.build();
    }
}
