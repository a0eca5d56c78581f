package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.house.Gateway;

/** The requests that other programs send, with every part of them open to attack. */
final class ApiTargets {
    private static final String UNIT = "{\"name\": \"Phong Kinh te\", \"shortName\": \"P KT\", \"kind\": \"DIVISION\","
            + " \"parent\": \"KS\", \"validFrom\": \"2025-07-01\", \"identifiers\": [\"H50.15.77\"], \"successors\": []}";
    private static final String DOSSIER = "{\"unit\": \"KS-HCC\", \"procedure\": \"1.004227\", \"field\": \"DATDAI\","
            + " \"receivedAt\": \"2026-08-14T08:05:00+07:00\", \"dueAt\": \"2026-08-20T17:00:00+07:00\", \"status\":"
            + " \"PROCESSING\", \"phone\": \"0912345678\", \"pin\": \"0417\", \"stages\": [{\"name\": \"Tham dinh\","
            + " \"unit\": \"KS-KT\", \"officer\": \"CB07\", \"enteredAt\": \"2026-08-17T08:00:00+07:00\","
            + " \"allowedHours\": 16}]}";

    private ApiTargets() {}

    /** A request; a star marks what to attack beside the fields of body and query. */
    record Request(String verb, String path, String body, List<String> headers) {}

    /** By their addresses. */
    static Map<String, Request> of(Gateway gateway) throws IOException {
        String key = Files.readString(gateway.var().resolve("secrets/api-key")).strip();
        List<String> json = List.of("X-Api-Key: " + key, "Content-Type: application/json");
        List<String> csv = List.of("X-Api-Key: " + key, "Content-Type: text/csv");
        Map<String, Request> all = new LinkedHashMap<>();
        all.put("/api/v1/units/{code} body", new Request("PUT", "/api/v1/units/KS-PKT", UNIT, json));
        all.put("/api/v1/units/{code}", new Request("GET", "/api/v1/units/KS*", "", json));
        all.put("/api/v1/dossiers/{code} body", new Request("PUT", "/api/v1/dossiers/H50.15-260814-0012", DOSSIER, json));
        all.put("/api/v1/dossiers/{code}", new Request("GET", "/api/v1/dossiers/H50.15-260814-0012*", "", json));
        all.put("/api/v1/complaints", new Request("GET", "/api/v1/complaints?after=0&limit=5", "", json));
        all.put("/api/v1/scores", new Request("GET", "/api/v1/scores?after=0&limit=5", "", json));
        all.put(
                "/api/v1/dossiers/import",
                new Request("POST", "/api/v1/dossiers/import",
                        "code,unit,procedure,field,received_at,status\nH50.15-260814-0013*,KS-HCC*,1.004227*,DATDAI*,"
                                + "2026-08-14T08:05:00+07:00*,PROCESSING*", csv));
        all.put(
                "/api/v1/units/import",
                new Request("POST", "/api/v1/units/import",
                        "code,name,short_name,kind,valid_from\nKS-X1*,Ten*,Ten*,DIVISION*,2025-07-01*", csv));
        return all;
    }
}
