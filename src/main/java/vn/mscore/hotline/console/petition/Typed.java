package vn.mscore.hotline.console.petition;

import jakarta.enterprise.inject.Vetoed;
import vn.mscore.hotline.console.Form;

/**
 * What was typed for a step that was refused: nobody types it twice.
 *
 * @param step the end of its address
 */
@Vetoed
public record Typed(String step, Form form) {
    private static final int LONGEST = 1000;

    /** What stood in {@code field} of {@code step}; {@code otherwise} when something else was tried. */
    public String of(String step, String field, String otherwise) {
        return this.step.equals(step) ? form.text(field, LONGEST).orElse("") : otherwise;
    }

    /** Whether a box of {@code step} was ticked. */
    public boolean ticked(String step, String field) {
        return this.step.equals(step) && form.ticked(field);
    }
}
