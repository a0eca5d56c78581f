package vn.mscore.hotline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of a page, read from its text: our own templates are regular enough for expressions. */
final class FormsOfPages {
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("(?s)<(input|select|textarea|button)\\b([^>]*)>(.*?)(?=<)");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    private FormsOfPages() {}

    /**
     * A form.
     *
     * @param fields names with what stands in them, or something fit
     */
    record Form(String verb, String action, Map<String, String> fields) {}

    /** All forms of {@code html}, which lies at {@code path}. */
    static List<Form> of(String path, String html) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            String verb = attribute(form.group(1), "method").equalsIgnoreCase("post") ? "POST" : "GET";
            String action = attribute(form.group(1), "action");
            forms.add(new Form(verb, action.isEmpty() ? path : action, fields(form.group(2))));
        }
        return forms;
    }

    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            String name = attribute(field.group(2), "name");
            if (!name.isEmpty()) {
                fields.putIfAbsent(name, value(field, html));
            }
        }
        return fields;
    }

    private static String value(Matcher field, String html) {
        String given = attribute(field.group(2), "value");
        if (!given.isEmpty()) {
            return given;
        }
        if (field.group(1).equals("select")) {
            Matcher option = OPTION.matcher(html.substring(field.start()));
            return option.find() ? option.group(1) : "1";
        }
        return switch (attribute(field.group(2), "type")) {
            case "date" -> "2026-12-15";
            case "time" -> "08:30";
            case "number" -> "2";
            default -> attribute(field.group(2), "name").equals("unit") ? "KS-KT" : "mot hai ba";
        };
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }
}
