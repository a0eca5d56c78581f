package vn.mscore.hotline.house;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.house.Caller.Answer;

/**
 * Sealed cases with a past: one that went through the desk and an office like any other and only then turned out to be a
 * denunciation, and one that two custodians worked on to the end and took up again.
 */
final class SealedPasts {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Pattern SEALED = Pattern.compile("/console/sealed/[0-9a-f]{32}");
    private static final Pattern READ = Pattern.compile("name=\"read\" value=\"([^\"]+)\"");

    private final Gateway gateway;
    private final TestDatabase.Schema schema;

    SealedPasts(Gateway gateway, TestDatabase.Schema schema) {
        this.gateway = gateway;
        this.schema = schema;
    }

    /** What an operator, an officer of Phòng Kinh tế and everybody above had in their hands before the desk sealed it. */
    String late(Caller operator, Caller officer, String friend) throws IOException, InterruptedException {
        String made = "select ticket from complaint where source like 'recording:%' order by id desc";
        int before = schema.column(made).size();
        try (Handset call = Handset.dial(gateway, "0987650778")) {
            call.press("3").hear("vi/menu-phan-anh").press("1").hear("\"RECORD\"");
            call.speak().press("#").hear("vi/xac-nhan").press("2").hear("vi/doc-ma-phieu");
        }
        await("the spoken case", () -> schema.column(made).size() > before);
        String ticket = schema.column(made).get(0);
        WorkedDay.deed(operator, ticket, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        WorkedDay.deed(operator, ticket, "note", Map.of("text", "Đã nghe lại lời Xalalua"));
        WorkedDay.deed(operator, ticket, "link", Map.of("other", friend));
        WorkedDay.deed(operator, ticket, "route", Map.of("unit", "KS-KT"));
        await("the letter", () -> status(officer, "/console/cases/" + ticket) == 200);
        WorkedDay.deed(officer, ticket, "accept", Map.of());
        WorkedDay.deed(officer, ticket, "note", Map.of("text", "Sẽ xem cầu Xalalua"));
        WorkedDay.deed(officer, ticket, "pause", Map.of("text", "Chờ ý kiến cấp trên về Xalalua"));
        schema.change("insert into complaint_escalation (id, complaint_id, step, level, rung, unit, holder, at)"
                + " select id, id, 'ANSWER', level, 'UNIT_HEAD', unit, unit, utc_timestamp() from complaint where ticket = '"
                + ticket
                + "'");
        for (Caller reader : new Caller[] {operator, officer}) {
            reader.post("/console/cases/" + ticket + "/presence", Map.of());
        }
        WorkedDay.deed(operator, ticket, "classify", Map.of("kind", "DENUNCIATION", "category", "TCAO"));
        return ticket;
    }

    private static int status(Caller who, String path) {
        try {
            return who.get(path).status();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        if (!Gateway.await(LIMIT, there)) {
            throw new IllegalStateException(what + " did not come");
        }
    }

    /** Opened, summed up, handed over, ended, taken up again and closed by two who both gave a fresh code. */
    static void worked(Caller one, Caller two, String path) throws IOException, InterruptedException {
        opened(one, two, path);
        proposed(one, path);
        step(two, path + "/hand-over", Map.of("read", read(two, path, "/hand-over")));
        ended(one, two, path);
        step(one, path + "/reopen", Map.of("reason", "Người dân gửi thêm chứng cứ mới"));
        step(two, path + "/reopen/confirm", Map.of("read", read(two, path, "/reopen/confirm")));
        step(one, path + "/close", Map.of());
    }

    /**
     * Pages of the cases besides {@code worked}, of which three are shut: one that nobody asked to open, one whose letter {@code two} proposed
     * and {@code one} may confirm, and one that is closed.
     */
    static List<String> ofEveryForm(Caller one, Caller two, String worked) throws IOException, InterruptedException {
        List<String> pages = SEALED.matcher(one.get("/console/sealed").body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(path -> !path.endsWith(worked))
                .toList();
        List<String> shut = new ArrayList<>();
        for (String page : pages) {
            if (one.get(page).body().contains(page + "/ask\"")) {
                shut.add(page);
            }
        }
        opened(two, one, shut.get(1));
        proposed(two, shut.get(1));
        opened(one, two, shut.get(2));
        ended(one, two, shut.get(2));
        return pages;
    }

    private static void opened(Caller one, Caller two, String path) throws IOException, InterruptedException {
        step(one, path + "/ask", Map.of("reason", "xem xet ban dau trong han"));
        step(two, path + "/confirm", Map.of());
        step(
                one,
                path + "/summary",
                Map.of(
                        "words",
                        "Có thông tin về một khoản tiền ngoài quy định.",
                        "accused",
                        "KS-KT",
                        "read",
                        read(one, path, "/summary")));
    }

    private static void proposed(Caller who, String path) throws IOException, InterruptedException {
        step(who, path + "/propose", Map.of("unit", "LB", "read", read(who, path, "/propose")));
    }

    private static void ended(Caller one, Caller two, String path) throws IOException, InterruptedException {
        step(one, path + "/outcome", Map.of("outcome", "GUIDED", "words", "Đã hướng dẫn gửi đơn có chữ ký"));
        step(two, path + "/outcome/confirm", Map.of("read", read(two, path, "/outcome/confirm")));
    }

    private static String read(Caller who, String path, String form) throws IOException, InterruptedException {
        String page = who.get(path).body();
        Matcher mark = READ.matcher(page.substring(Math.max(0, page.indexOf(path + form))));
        if (!mark.find()) {
            throw new IllegalStateException("no form " + form);
        }
        return mark.group(1);
    }

    private static void step(Caller who, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Answer answer = who.post(path, new HashMap<>(fields));
        if (answer.status() != 303 || answer.location().contains("step-up")) {
            Predicate<String> telling = line -> line.contains("fault") || line.contains("banner");
            throw new IllegalStateException(path + " " + answer.status() + " " + answer.location()
                    + answer.body().lines().filter(telling).toList());
        }
    }
}
