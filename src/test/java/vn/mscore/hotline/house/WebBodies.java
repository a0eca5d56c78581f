package vn.mscore.hotline.house;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The bodies that {@code web/requests.tsv} names. */
final class WebBodies {
    private static final String UNIT =
            "\"name\": \"A\", \"shortName\": \"A\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"";

    private WebBodies() {}

    static String of(String name) {
        return switch (name) {
            case "empty" -> "";
            case "long" -> " ".repeat(2_000_000);
            case "deep" -> "{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
            case "keys" ->
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> "\"k" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}"));
            case "twice" -> "{" + UNIT + ", \"name\": \"B\"}";
            case "nan" -> "{" + UNIT + ", \"phone\": NaN}";
            case "type" -> "{" + UNIT + ", \"identifiers\": \"H50\"}";
            case "extra" -> "{" + UNIT + ", \"role\": \"admin\"}";
            case "broken" -> "{\"name\"";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
