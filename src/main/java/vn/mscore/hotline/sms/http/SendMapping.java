package vn.mscore.hotline.sms.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.Require;

/**
 * How a text is handed to the aggregator.
 *
 * @param method GET, POST or PUT
 * @param address where, with placeholders behind the host only
 * @param query fields of the address
 * @param headers its headers
 * @param form fields of a form in UTF-8, when that is its body
 * @param json its body, when that is JSON
 * @param user user of basic authentication (RFC 7617), whose password is the setting {@code password}
 * @param limits its times
 */
record SendMapping(
        String method,
        Template address,
        Map<String, Template> query,
        Map<String, Template> headers,
        Map<String, Template> form,
        JsonBody json,
        Optional<String> user,
        Limits limits) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#{}\\s@]+([/?][^#\\s]*)?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Set<String> NOT_YOURS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    /** How long connecting and the whole answer may take, and how many requests may be under way. */
    record Limits(Duration connect, Duration answer, int window) {}

    static SendMapping read(MappingFile file) {
        Map<String, Template> form = templates(file, "send.form.", EnumSet.allOf(Placeholder.class));
        JsonBody json = JsonBody.read(file);
        boolean bare = form.isEmpty() && json.fields().isEmpty();
        if (!form.isEmpty() && !json.fields().isEmpty()) {
            throw file.wrong("send.form", "cannot stand beside send.json");
        }
        String method =
                bare ? file.choice("send.method", "GET", "POST", "PUT") : file.choice("send.method", "POST", "PUT");
        return new SendMapping(
                method,
                address(file),
                templates(file, "send.query.", EnumSet.allOf(Placeholder.class)),
                headers(file),
                form,
                json,
                file.text("send.user"),
                new Limits(
                        Duration.ofSeconds(file.number("send.connect", 5, 1, 60)),
                        Duration.ofSeconds(file.number("send.timeout", 30, 1, 300)),
                        file.number("send.window", 4, 1, 50)));
    }

    private static Template address(MappingFile file) {
        String text = file.required("send.url");
        return file.reading("send.url", () -> {
            Require.that(ADDRESS.matcher(text).matches(), "must be an address https://host/..., without user and #");
            Template address = Template.parse(text, Placeholder.WITHOUT_TEXT);
            Require.that(namesHost(address), "must be an address https://host/... as RFC 3986 has it");
            return address;
        });
    }

    private static boolean namesHost(Template address) {
        try {
            return tried(address).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static URI tried(Template address) {
        Map<Placeholder, String> figures =
                Arrays.stream(Placeholder.values()).collect(Collectors.toMap(place -> place, place -> "0"));
        return URI.create(address.fill(figures, Percent::encode));
    }

    /** An address of the same host. */
    URI host() {
        return tried(address);
    }

    private static Map<String, Template> headers(MappingFile file) {
        Map<String, Template> headers = templates(file, "send.header.", Placeholder.WITHOUT_TEXT);
        for (String name : headers.keySet()) {
            if (!TOKEN.matcher(name).matches() || NOT_YOURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw file.wrong("send.header." + name, "cannot be set");
            }
        }
        return headers;
    }

    private static Map<String, Template> templates(MappingFile file, String prefix, Set<Placeholder> allowed) {
        Map<String, Template> templates = new LinkedHashMap<>();
        file.under(prefix)
                .forEach((name, text) ->
                        templates.put(name, file.reading(prefix + name, () -> Template.parse(text, allowed))));
        return templates;
    }

    /** Which placeholders it uses anywhere. */
    Set<Placeholder> places() {
        Set<Placeholder> places = EnumSet.noneOf(Placeholder.class);
        places.addAll(address.places());
        query.values().forEach(template -> places.addAll(template.places()));
        headers.values().forEach(template -> places.addAll(template.places()));
        form.values().forEach(template -> places.addAll(template.places()));
        json.fields().forEach(field -> places.addAll(field.template().places()));
        user.ifPresent(name -> places.add(Placeholder.PASSWORD));
        return places;
    }

    /** The address with everything that belongs into it. */
    URI uri(Map<Placeholder, String> values) {
        String start = address.fill(values, Percent::encode);
        String more = pairs(query, values);
        String sign = more.isEmpty() ? "" : start.contains("?") ? "&" : "?";
        return URI.create(start + sign + more);
    }

    /** The headers, those that follow from other fields first. */
    Map<String, String> headers(Map<Placeholder, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (!form.isEmpty()) {
            filled.put("Content-Type", "application/x-www-form-urlencoded");
        } else if (!json.fields().isEmpty()) {
            filled.put("Content-Type", "application/json");
        }
        user.ifPresent(name -> filled.put("Authorization", basic(name + ":" + values.get(Placeholder.PASSWORD))));
        headers.forEach((name, template) -> filled.put(name, template.fill(values)));
        return filled;
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    /** The body as text; empty when there is none. */
    String body(Map<Placeholder, String> values) {
        return json.fields().isEmpty() ? pairs(form, values) : json.write(values);
    }

    private static String pairs(Map<String, Template> fields, Map<Placeholder, String> values) {
        return fields.entrySet().stream()
                .map(field -> Percent.encode(field.getKey()) + "="
                        + Percent.encode(field.getValue().fill(values)))
                .collect(Collectors.joining("&"));
    }
}
