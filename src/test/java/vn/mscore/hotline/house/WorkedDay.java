package vn.mscore.hotline.house;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.house.Caller.Answer;
import vn.mscore.hotline.house.People.Person;

/**
 * A demo gateway after a day of work: every page of the screens has something to show.
 * {@link #fillings} are the names of the things that addresses ask for.
 */
public final class WorkedDay {
    /** The longest name a unit may have. */
    public static final String LONGEST_NAME =
            "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông "
                    .repeat(3)
                    .substring(0, 200);

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String LAN = "%2B84912345678";
    private static final Pattern REQUEST = Pattern.compile("/console/requests/(\\d+)");
    private static final Pattern SEALED = Pattern.compile("/console/sealed/([0-9a-f]{32})");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final Gateway gateway;
    private final Map<String, List<String>> fillings = new HashMap<>();
    private final Map<String, Caller> signedIn = new HashMap<>();
    private Caller operator;
    private Caller admin;

    private WorkedDay(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Works for a day at a started demo whose letters and answers leave at once. */
    public static WorkedDay at(Gateway gateway) throws IOException, InterruptedException {
        WorkedDay day = new WorkedDay(gateway);
        day.operator = day.who(People.of(gateway, Role.OPERATOR));
        day.unitsAndTexts();
        day.desk();
        day.office();
        day.petition();
        day.custody();
        day.administration();
        return day;
    }

    /** For every gap of an address the things that fill it, the most telling first. */
    public Map<String, List<String>> fillings() {
        return fillings;
    }

    /** The first person of every role, signed in; custodian and administrator gave a fresh code. */
    public Map<Role, Caller> callers() throws IOException, InterruptedException {
        Map<Role, Caller> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            callers.put(role, who(People.of(gateway, role)));
        }
        return callers;
    }

    private Caller who(Person person) throws IOException, InterruptedException {
        if (!signedIn.containsKey(person.login())) {
            signedIn.put(person.login(), Caller.signedIn(gateway, person));
        }
        return signedIn.get(person.login());
    }

    /** Enters a case for somebody; gives its number. */
    public String enter(String kind, String text, String phone) throws IOException, InterruptedException {
        Answer answer = operator.post(
                "/console/enter",
                Map.of("channel", "WALK_IN", "kind", kind, "phone", phone, "text", text, "read-back", "yes"));
        if (answer.status() != 303) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer.location().replaceAll(".*/", "");
    }

    /** Does something to a case as {@code who}, at its present version. */
    public static void deed(Caller who, String ticket, String command, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(who.get("/console/cases/" + ticket).body());
        Map<String, String> all = new HashMap<>(fields);
        all.put("version", version.find() ? version.group(1) : "1");
        Answer answer = who.post("/console/cases/" + ticket + "/do/" + command, all);
        if (answer.status() != 303) {
            throw new IllegalStateException(command + " " + answer.status() + " " + answer.body());
        }
    }

    /** Does a step of a khiếu nại as {@code who}, at its present version. */
    public static Answer petition(Caller who, String ticket, String step, Map<String, String> fields)
            throws IOException, InterruptedException {
        String path = "/console/cases/" + ticket + "/petition";
        Matcher version = VERSION.matcher(who.get(path).body());
        Map<String, String> all = new HashMap<>(fields);
        all.put("version", version.find() ? version.group(1) : "0");
        return who.post(path + "/" + step, all);
    }

    /** Adds the longest names and words that fields let in, towers of marks among them. */
    public WorkedDay withTheLongest() throws IOException, InterruptedException {
        gateway.call(
                "PUT",
                "/api/v1/units/KS-DAINHAT",
                "{\"name\": \"" + LONGEST_NAME
                        + "\", \"shortName\": \"Ten dai\", \"kind\": \"DIVISION\", \"parent\": \"KS\","
                        + " \"validFrom\": \"2025-07-01\", \"identifiers\": [], \"successors\": []}");
        String word = enter("SUGGESTION", "x".repeat(4000), "");
        String marks = enter("FEEDBACK", ("a" + "\u0301\u0302\u0303".repeat(20)).repeat(20) + " 😀".repeat(50), "");
        fillings.get("ticket").addAll(List.of(word, marks));
        operator.post("/console/interests", Map.of("unit", "KS-DAINHAT"));
        String name =
                "Công Huyền Tôn Nữ Thị Hoàng Phương Thảo Nguyên ".repeat(3).substring(0, 100);
        admin.post(
                "/console/accounts",
                Map.of(
                        "login",
                        "ten-dang-nhap-dai-bon-muoi-chu-cai-o-day",
                        "name",
                        name,
                        "role",
                        "OFFICER",
                        "unit",
                        "KS-KT"));
        admin.post("/console/keys", Map.of("name", "w".repeat(100), "day", untilWhen(), "scope", "READ"));
        return this;
    }

    /** Adds two khiếu nại whose signed paper came today, the second not accepted; their numbers. */
    public List<String> withPapers() throws IOException, InterruptedException {
        String first = withAPaper("0912345680");
        String second = withAPaper("0912345681");
        String today = CalledGateway.day(0).toLocalDate().toString();
        went(petition(operator, second, "not-accepted", Map.of("day", today, "ground", "CHU_KY")));
        return List.of(first, second);
    }

    private String withAPaper(String phone) throws IOException, InterruptedException {
        String ticket = enter("COMPLAINT", "Tôi không đồng ý quyết định xử phạt", phone);
        String today = CalledGateway.day(0).toLocalDate().toString();
        petition(operator, ticket, "guided", Map.of("decision", "QĐ 15/QĐ-UBND", "learned", today));
        went(petition(operator, ticket, "paper", Map.of("day", today)));
        return ticket;
    }

    private static void went(Answer answer) {
        if (answer.status() != 303) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
    }

    /** Adds somebody who waits for an operator until he hangs up; the gateway has the operators' telephone {@code device}. */
    public Handset withACaller(String device) throws IOException, InterruptedException {
        Answer sits = operator.post("/console/waiting/presence", Map.of("device", device, "present", "yes"));
        if (sits.status() != 303) {
            throw new IllegalStateException(sits.status() + " " + sits.body());
        }
        Handset caller = Handset.dial(gateway, "0912345678").press("0").hear("\"WAITING\"");
        fillings.put("call", List.of(caller.call()));
        return caller;
    }

    private void unitsAndTexts() throws IOException, InterruptedException {
        for (String words : List.of("XOADL", "GL", "PA cot dien nga giua duong, goi mai khong ai den, thon Cu Bai")) {
            gateway.call("POST", "/api/simulator/phones/" + LAN + "/messages", "{\"text\": \"" + words + "\"}");
        }
        fillings.put("code", List.of("KS-KT", "HSQH"));
        fillings.put("name", List.of("T01"));
    }

    private void desk() throws IOException, InterruptedException {
        String fresh = enter("FEEDBACK", "Đường vào bản lầy lội, xe không đi được, thôn Cù Bai", "0912345678");
        String routed = enter("FEEDBACK", "Cầu treo hỏng ván, các cháu đi học rất nguy hiểm", "0987111222");
        deed(operator, routed, "classify", Map.of("kind", "FEEDBACK", "category", "GTDB"));
        deed(operator, routed, "take", Map.of());
        deed(operator, routed, "route", Map.of("unit", "KS-KT"));
        deed(operator, routed, "note", Map.of("text", "Đã gọi trưởng thôn, cầu hỏng từ tuần trước."));
        String one = enter("FEEDBACK", "Mất nước sạch năm ngày rồi ở khóm 3", "0987111333");
        String other = enter("FEEDBACK", "Mất nước sạch năm ngày rồi ở khóm 3, nhờ xem giúp", "0987111444");
        deed(operator, other, "merge", Map.of("other", one));
        deed(operator, one, "link", Map.of("other", fresh));
        fillings.put("ticket", new ArrayList<>(List.of(routed, fresh, one, other)));
        operator.post("/console/interests", Map.of("unit", "KS-HCC"));
    }

    private void office() throws IOException, InterruptedException {
        String routed = fillings.get("ticket").get(0);
        Caller officer = who(People.of(gateway, Role.OFFICER));
        if (!Gateway.await(LIMIT, () -> reads(officer, routed))) {
            throw new IllegalStateException("the letter did not leave");
        }
        deed(officer, routed, "accept", Map.of());
        deed(officer, routed, "pause", Map.of("text", "Chờ kết quả kiểm định của Sở Xây dựng"));
        deed(
                officer,
                routed,
                "extend",
                Map.of("days", "2", "text", "Chờ ý kiến đơn vị quản lý cầu, đã hẹn đi xem thực địa"));
        Answer put = who(People.of(gateway, Role.DELEGATE)).post("/console/delegate/questions/" + routed, Map.of());
        if (put.status() != 303) {
            throw new IllegalStateException("question " + put.status() + " " + put.body());
        }
    }

    private static boolean reads(Caller who, String ticket) {
        try {
            return who.get("/console/cases/" + ticket).status() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void petition() throws IOException, InterruptedException {
        String ticket = enter("COMPLAINT", "Tôi không đồng ý quyết định thu hồi đất của xã", "0912345679");
        petition(
                operator,
                ticket,
                "guided",
                Map.of("decision", "QĐ 12/QĐ-UBND ngày 01/08/2026", "learned", "2026-08-03"));
        String soon = PackedCalendars.read()
                .national()
                .plusWorkingDays(CalledGateway.day(0).toLocalDate(), 10)
                .toString();
        went(petition(operator, ticket, "booked", Map.of("unit", "KS-HCC", "day", soon, "at", "08:30")));
        fillings.get("ticket").add(1, ticket);
        if (!Gateway.await(LIMIT, () -> found(operator, "/console/requests", REQUEST, "number"))) {
            throw new IllegalStateException("no request of data came");
        }
    }

    private boolean found(Caller who, String path, Pattern pattern, String gap) {
        try {
            Matcher found = pattern.matcher(who.get(path).body());
            boolean there = found.find();
            if (there) {
                fillings.put(gap, List.of(found.group(1)));
            }
            return there;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void custody() throws IOException, InterruptedException {
        enter("DENUNCIATION", "Ông trưởng phòng ở quầy đòi năm triệu mới chịu làm sổ đỏ", "0987111555");
        enter("DENUNCIATION", "Cán bộ thu tiền không có biên lai ở chợ phiên", "0987111666");
        Caller one = custodian("giu1");
        found(one, "/console/sealed", SEALED, "pseudonym");
        String path = opened(one);
        one.post(
                path + "/summary",
                Map.of(
                        "words",
                        "Có thông tin cán bộ yêu cầu khoản tiền ngoài quy định.",
                        "accused",
                        "KS-KT",
                        "read",
                        Summary.NONE.mark()));
    }

    /** Adds a report that was spoken, which two have opened; its page is the first of the sealed ones. */
    WorkedDay withASpokenReport() throws IOException, InterruptedException {
        Caller one = custodian("giu1");
        List<String> before = pseudonyms(one);
        try (Handset citizen = Handset.dial(gateway, "0987111999")) {
            citizen.denounce("").press("1").hear("vi/kin-dong-y");
        }
        List<String> fresh = new ArrayList<>();
        Gateway.await(LIMIT, () -> fresh.addAll(since(before, one)));
        fillings.put("pseudonym", List.of(fresh.get(0)));
        opened(one);
        return this;
    }

    private List<String> since(List<String> before, Caller one) {
        try {
            return pseudonyms(one).stream()
                    .filter(name -> !before.contains(name))
                    .toList();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> pseudonyms(Caller one) throws IOException, InterruptedException {
        return SEALED.matcher(one.get("/console/sealed").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private Caller custodian(String login) throws IOException, InterruptedException {
        Person person = People.named(gateway, login);
        Caller caller = who(person);
        caller.stepUp(person);
        return caller;
    }

    /** The path of the first sealed case, which {@code one} asked to read and another confirmed. */
    private String opened(Caller one) throws IOException, InterruptedException {
        Caller two = custodian("giu2");
        String path = "/console/sealed/" + fillings.get("pseudonym").get(0);
        one.post(path + "/ask", Map.of("reason", "Xem xét ban đầu trong hạn 7 ngày làm việc"));
        two.get(path);
        two.post(path + "/confirm", Map.of());
        one.get(path);
        return path;
    }

    private void administration() throws IOException, InterruptedException {
        Person technician = People.of(gateway, Role.ADMINISTRATOR);
        admin = who(technician);
        admin.stepUp(technician);
        admin.post("/console/accounts", Map.of("login", "giu3", "name", "Lê Văn Giữ", "role", "CUSTODIAN", "unit", ""));
        admin.post("/console/keys", Map.of("name", "Phần mềm một cửa", "day", untilWhen(), "scope", "READ"));
    }

    private static String untilWhen() {
        return CalledGateway.day(200).toLocalDate().toString();
    }
}
