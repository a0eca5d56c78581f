package vn.mscore.hotline.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of a page, read from its text: our own templates are regular enough for expressions. */
public final class FormsOfPages {
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?s)<(input|select|textarea|button)\\b([^>]*)>(.*?)(?=<)");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");
    private static final Pattern SUGGESTED = Pattern.compile("<input\\b[^>]*\\bhx-get=\"[^\"]+\"[^>]*>");
    private static final Pattern REQUIRED = Pattern.compile("\\brequired\\b");
    private static final Set<String> TYPED = Set.of("", "text", "search", "tel", "email", "url");

    /** Stands where a ticket must stand. */
    static final String TICKET = "26081234";

    /** What is fit for a field of this name. */
    private static final Map<String, String> FIT =
            Map.of("unit", "KS-KT", "login", "nguoi.moi", "phone", "0912345678", "ticket", TICKET, "other", TICKET);

    /** The one day that must have come: when a signed khiếu nại was not accepted. */
    private static final String PAST = "refused-day";

    private FormsOfPages() {}

    /**
     * A form.
     *
     * @param fields names with what stands in them, or something fit
     * @param typed the fields in which one writes freely, each with its {@code maxlength}
     * @param optional the fields that may stay empty and are
     */
    public record Form(
            String verb, String action, Map<String, String> fields, Map<String, Integer> typed, Set<String> optional) {
        /** The address without the names of things. */
        public String place() {
            return action.replaceAll("\\?.*", "").replaceAll("/[0-9a-f]{32}|/\\d+", "/{}");
        }

        /** The same form with one field filled anew. */
        public Map<String, String> with(String field, String value) {
            Map<String, String> filled = new LinkedHashMap<>(fields);
            filled.put(field, value);
            return filled;
        }

        /** The same with nothing in the fields that may stay empty. */
        public Map<String, String> bare(String field, String value) {
            Map<String, String> filled = new LinkedHashMap<>(fields);
            optional.forEach(empty -> filled.put(empty, ""));
            filled.put(field, value);
            return filled;
        }
    }

    /** All forms of {@code html}, which lies at {@code path}, and the fields that ask for suggestions by themselves. */
    public static List<Form> of(String path, String html) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            String verb = attribute(form.group(1), "method").equalsIgnoreCase("post") ? "POST" : "GET";
            String action = attribute(form.group(1), "action");
            forms.add(form(verb, action.isEmpty() ? path : action, form.group(2)));
        }
        SUGGESTED
                .matcher(html)
                .results()
                .map(found -> form("GET", attribute(found.group(), "hx-get"), found.group() + "<"))
                .forEach(forms::add);
        return forms;
    }

    private static Form form(String verb, String action, String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, Integer> typed = new LinkedHashMap<>();
        Set<String> optional = new LinkedHashSet<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            String name = attribute(field.group(2), "name");
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, value(field, html));
                if (given(field).isEmpty() && !REQUIRED.matcher(field.group(2)).find()) {
                    optional.add(name);
                }
                if (isTyped(field)) {
                    String longest = attribute(field.group(2), "maxlength");
                    typed.putIfAbsent(name, longest.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(longest));
                }
            }
        }
        return new Form(verb, action, fields, typed, optional);
    }

    private static boolean isTyped(Matcher field) {
        return field.group(1).equals("textarea")
                || field.group(1).equals("input") && TYPED.contains(attribute(field.group(2), "type"));
    }

    private static String given(Matcher field) {
        return field.group(1).equals("textarea") ? field.group(3).strip() : attribute(field.group(2), "value");
    }

    private static String value(Matcher field, String html) {
        String given = given(field);
        if (!given.isEmpty()) {
            return plain(given);
        }
        if (field.group(1).equals("select")) {
            Matcher option = OPTION.matcher(html.substring(field.start()));
            return option.find() ? option.group(1) : "1";
        }
        return switch (attribute(field.group(2), "type")) {
            case "date" ->
                CalledGateway.day(attribute(field.group(2), "id").equals(PAST) ? 0 : 14)
                        .toLocalDate()
                        .toString();
            case "time" -> "08:30";
            case "number" -> "2";
            default -> FIT.getOrDefault(attribute(field.group(2), "name"), "mot hai ba");
        };
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?<![\\w-])" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }
}
