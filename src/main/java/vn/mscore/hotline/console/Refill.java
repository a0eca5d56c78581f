package vn.mscore.hotline.console;

import jakarta.enterprise.inject.Vetoed;

/**
 * What was typed into the form of a page that was refused, for the page that shows it again.
 *
 * @param form which form of the page; empty when none was refused
 * @param at the field that was wrong, empty when it is none of them
 * @param why the sentence to stand beside it, empty when none was refused
 */
@Vetoed
public record Refill(String form, String at, String why, Form fields) {
    /** Nothing was refused. */
    public static final Refill NONE = new Refill("", "", "", Form.EMPTY);

    /** What stood in {@code field} of {@code name} when that is the refused form, else {@code otherwise}. */
    public String value(String name, String field, String otherwise) {
        return form.equals(name) ? fields.raw(field, Form.MAX_BYTES).orElse("") : otherwise;
    }

    /** Whether {@code field} of {@code name} was ticked. */
    public boolean ticked(String name, String field) {
        return form.equals(name) && fields.ticked(field);
    }

    /** Whether it was refused for {@code field}; for none of its fields when that is empty. */
    public boolean wrong(String name, String field) {
        return form.equals(name) && at.equals(field);
    }
}
