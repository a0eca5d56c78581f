package vn.mscore.hotline.console.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.AuditLine;
import vn.mscore.hotline.access.AuditLog;
import vn.mscore.hotline.access.AuditLog.Filter;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseLogCheck;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.console.Words;

/** Who did and read what. */
@Path("audit")
@For(Role.AUDITOR)
public class AuditPage {
    private final Pages pages;
    private final Words words;
    private final Asked asked;
    private final Books books;

    /** Joined by CDI. */
    @Inject
    public AuditPage(Pages pages, Words words, Asked asked, Books books) {
        this.pages = pages;
        this.words = words;
        this.asked = asked;
        this.books = books;
    }

    /** What is chained. */
    @Dependent
    static class Books {
        private final AuditLog log;
        private final CaseLogCheck cases;

        @Inject
        Books(AuditLog log, CaseLogCheck cases) {
            this.log = log;
            this.cases = cases;
        }
    }

    /** One page of lines, filtered as the address says. */
    @GET
    public Response list(@BeanParam Query query) {
        return pages.page("audit/list", model(query), asked);
    }

    /** Walks the whole chain and the logs of all cases, and shows what was found above the newest lines. */
    @POST
    @Path("verify")
    public Response verify() {
        Map<String, Object> model = model(new Query());
        model.put("verdict", books.log.verify(asked.viewer()).orElseThrow());
        model.put("cases", books.cases.verify(asked.viewer()).orElseThrow());
        return pages.page("audit/list", model, asked);
    }

    private Map<String, Object> model(Query query) {
        List<AuditLine> lines = books.log.read(asked.viewer(), query.filter());
        Map<String, Object> model = new HashMap<>();
        model.put("lines", lines.stream().map(this::shown).toList());
        model.put("query", query);
        model.put("older", lines.size() == AuditLog.PAGE ? older(query, lines) : "");
        model.put("verdict", null);
        model.put("cases", null);
        return model;
    }

    private Line shown(AuditLine line) {
        return new Line(line, Shown.second(line.at()), said(word(line.deed()), line.deed()), reason(line.reason()));
    }

    /** A role, that there was one but sealed, or what people wrote. */
    private String reason(String reason) {
        return said("role." + reason, said("audit.reason." + reason, reason));
    }

    private String said(String key, String otherwise) {
        return words.has(asked.language(), key) ? words.say(asked.language(), key) : otherwise;
    }

    /** The key of the words for a deed; what is done to a case is called as its button is. */
    static String word(String deed) {
        return "deed." + (deed.startsWith("case.") ? deed.substring("case.".length()) : deed);
    }

    private static String older(Query query, List<AuditLine> lines) {
        long last = lines.get(lines.size() - 1).seq();
        return UriBuilder.fromPath("/console/audit")
                .queryParam("login", query.encoded(query.login()))
                .queryParam("deed", query.encoded(query.deed()))
                .queryParam("subject", query.encoded(query.subject()))
                .queryParam("day", query.encoded(query.day()))
                .queryParam("before", last)
                .build()
                .toString();
    }

    /** A line as it is shown. */
    public record Line(AuditLine line, String at, String deed, String reason) {}

    /** The filter of the address; what cannot be read does not filter. */
    public static class Query {
        private static final int LONGEST = 200;

        @QueryParam("login")
        private String login;

        @QueryParam("deed")
        private String deed;

        @QueryParam("subject")
        private String subject;

        @QueryParam("day")
        private String day;

        @QueryParam("before")
        private String before;

        /** As typed. */
        public String login() {
            return plain(login);
        }

        /** As typed. */
        public String deed() {
            return plain(deed);
        }

        /** As typed. */
        public String subject() {
            return plain(subject);
        }

        /** As typed. */
        public String day() {
            return plain(day);
        }

        String encoded(String value) {
            return value.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
        }

        private static String plain(String value) {
            return value == null || value.length() > LONGEST ? "" : value.strip();
        }

        private static Optional<String> given(String value) {
            return Optional.of(plain(value)).filter(text -> !text.isEmpty());
        }

        Filter filter() {
            return new Filter(
                    given(login),
                    given(deed),
                    given(subject),
                    given(day).flatMap(Query::date),
                    given(before).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf));
        }

        private static Optional<LocalDate> date(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
