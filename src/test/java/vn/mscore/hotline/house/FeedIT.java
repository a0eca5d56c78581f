package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the one-stop software sends to the packaged gateway in its demo, and what it is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedIT {
    private static final String HEADER = "code,unit,procedure,field,received_at,status\n";
    private static final String ROW = "H50.15-260815-%04d,KS-HCC,Cấp sổ,DATDAI,15/08/2026,PROCESSING\n";

    private Gateway gateway;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("feed")).set("hotline.demo", "true");
        gateway.start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        gateway.close();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        String key = Files.readString(gateway.var().resolve("secrets/api-key")).strip();
        return gateway.send(gateway.request(path)
                .header("X-Api-Key", key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> put(String code, String status) throws Exception {
        String json = "{\"unit\":\"KS-HCC\",\"procedure\":\"P\",\"field\":\"DATDAI\",\"status\":\"" + status
                + "\",\"receivedAt\":\"2026-08-15T08:00:00+07:00\"}";
        return gateway.call("PUT", "/api/v1/dossiers/" + code, json);
    }

    @Test
    void demoIsLoadedBeforeTheGatewaySaysItIsReady() throws Exception {
        assertThat(put("H50.15-260814-0012", "REGISTERED").body()).contains("dossier.goes-back");
    }

    @Test
    void putIsRepeatableAndAConflictSaysWhy() throws Exception {
        assertThat(put("H50.15-260815-0001", "RETURNED").statusCode()).isEqualTo(204);
        assertThat(put("H50.15-260815-0001", "RETURNED").statusCode()).isEqualTo(204);
        HttpResponse<String> back = put("H50.15-260815-0001", "PROCESSING");
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(put("H50.15-260815-0001?goBack=true", "PROCESSING").statusCode())
                .isEqualTo(204);
        assertThat(put("H50.15-260815-0001", "DONE").statusCode()).isEqualTo(400);
    }

    @Test
    void refusedFileLeavesNothingBehindAndTellsLineAndColumn() throws Exception {
        String csv = HEADER + ROW.formatted(11) + ROW.formatted(12).replace("KS-HCC", "NIX");
        HttpResponse<String> refused = post("/api/v1/dossiers/import", "text/csv; charset=utf-8", csv);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"line\":3", "\"field\":\"unit\"", "NIX");
        String repaired = HEADER + ROW.formatted(11) + ROW.formatted(12);
        assertThat(post("/api/v1/dossiers/import", "text/csv", repaired).body()).contains("\"inserted\":2");
        assertThat(post("/api/v1/dossiers/import", "text/csv", repaired).body()).contains("\"updated\":2");
    }

    @Test
    void everyOtherFileIsTakenAtItsOwnPath() throws Exception {
        String stages = "code,name,unit,entered_at\nH50.15-260814-0012,Trả kết quả,KS-HCC,19/08/2026 08:00\n";
        assertThat(post("/api/v1/dossiers/stages/import", "text/csv", stages).statusCode())
                .isEqualTo(200);
        String units =
                "code,name,short_name,kind,valid_from,valid_to\nX-CU,Xã cũ,Xa cu,COMMUNE,2000-01-01,30/06/2025\n";
        assertThat(post("/api/v1/units/import", "text/csv", units).statusCode()).isEqualTo(200);
        String successors = "code,field,unit,from\nX-CU,,KS,01/07/2025\n";
        assertThat(post("/api/v1/units/successors/import", "text/csv", successors)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void row128_anotherTypeIsRefused() throws Exception {
        assertThat(post("/api/v1/dossiers/import", "application/xml", "<a/>").statusCode())
                .isEqualTo(415);
        assertThat(post("/api/v1/units/KS", "application/json", "{}").statusCode())
                .isEqualTo(405);
    }

    @Test
    void aSurveyCallIsOrderedOnceForAReturnedDossier() throws Exception {
        String code = "H50.15-260815-0031";
        String order = "{\"dossier\":\"" + code + "\"}";
        assertThat(survey("{}").statusCode()).isEqualTo(400);
        assertThat(survey("[]").statusCode()).isEqualTo(400);
        assertThat(survey("{\"dossier\":\"x\",\"phone\":\"0912345678\"}").statusCode())
                .isEqualTo(400);
        assertThat(survey(order).body()).contains("survey.unknown-dossier");
        put(code, "RETURNED");
        assertThat(survey(order).body()).contains("survey.no-number");
        String json = "{\"unit\":\"KS-HCC\",\"procedure\":\"P\",\"field\":\"DATDAI\",\"status\":\"RETURNED\","
                + "\"phone\":\"0905000031\",\"receivedAt\":\"2026-08-15T08:00:00+07:00\"}";
        assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, json).statusCode())
                .isEqualTo(204);
        HttpResponse<String> first = survey(order);
        assertThat(first.statusCode()).isEqualTo(202);
        HttpResponse<String> again = survey(order);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).contains("\"tries\":0");
        String reference = first.body().replaceAll(".*(survey-\\d+).*", "$1");
        assertThat(gateway.call("GET", "/api/v1/survey-calls/" + reference, "").body())
                .isEqualTo(first.body());
        assertThat(gateway.call("GET", "/api/v1/survey-calls/survey-1", "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> survey(String body) throws Exception {
        return gateway.call("POST", "/api/v1/survey-calls", body);
    }

    @Test
    void openApiNamesEveryPathOfTheFeed() throws Exception {
        assertThat(gateway.get("/openapi").body())
                .contains(
                        "/api/v1/units/import",
                        "/api/v1/units/successors/import",
                        "/api/v1/dossiers/import",
                        "/api/v1/dossiers/stages/import",
                        "/api/v1/dossiers/{code}",
                        "/api/v1/survey-calls",
                        "postponeReason",
                        "allowedHours",
                        "identifiers");
    }
}
