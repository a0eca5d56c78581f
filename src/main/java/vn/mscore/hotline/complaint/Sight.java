package vn.mscore.hotline.complaint;

import java.util.ArrayList;
import java.util.List;

/**
 * Which cases somebody may see, as a condition on the table {@code complaint} under the alias {@code c} (ADR 12). Every
 * read of cases carries one; what it leaves out does not exist for the reader.
 *
 * @param sql constant text of ours with a question mark for every parameter
 * @param parameters in the order of their marks
 */
public record Sight(String sql, List<Object> parameters) {
    /** Nothing at all. */
    public static final Sight NONE = new Sight("false", List.of());

    /** Only those that {@code condition} holds for as well. */
    public Sight and(String condition, Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return new Sight(sql + " and " + condition, List.copyOf(all));
    }

    /** Only those in one of {@code values}; nothing when there is none. */
    public Sight andIn(String column, List<String> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        String marks = "?" + ", ?".repeat(values.size() - 1);
        return and(column + " in (" + marks + ")", values.toArray());
    }

    /** Its parameters and more that follow in the same statement. */
    public Object[] with(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
