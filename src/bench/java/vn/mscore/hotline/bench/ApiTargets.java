package vn.mscore.hotline.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.mscore.hotline.bench.SqlmapRuns.Target;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Parameters;
import vn.mscore.hotline.house.Parameters.Row;

/** The requests that other programs and the phones of the demo send, with every part of them open to attack. */
final class ApiTargets {
    private static final String KEY = "X-Api-Key: ";
    private static final Map<String, String> GAPS =
            Map.of("units", "KS-PKT", "dossiers", "H50.15-260814-0012", "survey-calls", "survey-1", "phones", "0912345678");

    private ApiTargets() {}

    /** All of them; a star marks what to attack beside the fields of a body in JSON. */
    static List<Target> of(Gateway gateway) throws IOException {
        String key = KEY + Files.readString(gateway.var().resolve("secrets/api-key")).strip();
        List<Target> all = new ArrayList<>();
        all.add(new Target("API", "every key", "GET", "/api/v1/complaints", "", "", List.of(KEY + "abc*"), Map.of()));
        for (Row row : Parameters.rows()) {
            if (row.who().equals("API") || row.who().equals("DEMO")) {
                of(row, key).forEach(all::add);
            }
        }
        return all;
    }

    private static List<Target> of(Row row, String key) {
        List<String> headers = new ArrayList<>(row.who().equals("API") ? List.of(key) : List.of());
        headers.add("Content-Type: " + (row.body().contains("*") ? "text/csv" : "application/json"));
        String query = row.fields().isEmpty() ? "" : "?" + pairs(row.fields());
        String path = filled(row.path(), "");
        String plain = row.body().replace("*", "");
        List<Target> targets = new ArrayList<>();
        if (row.path().contains("{")) {
            String starred = filled(row.path(), "*") + query;
            targets.add(new Target(
                    row.who(), row.path(), row.verb(), starred, "", plain, headers, Map.of()));
        }
        for (String name : row.fields().keySet()) {
            targets.add(new Target(
                    row.who(), row.path(), row.verb(), path + query, name, plain, headers, Map.of()));
        }
        if (row.body().length() > "{}".length()) {
            targets.add(new Target(
                    row.who(), row.path() + " body", row.verb(), path, "", row.body(), headers, Map.of()));
        }
        return targets;
    }

    private static String filled(String path, String star) {
        String fit = GAPS.entrySet().stream()
                .filter(gap -> path.contains("/" + gap.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("1");
        return path.replaceAll("\\{\\w+}", fit + star);
    }

    private static String pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
