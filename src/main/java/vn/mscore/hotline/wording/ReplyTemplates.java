package vn.mscore.hotline.wording;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Beginnings of answers, a table of the deployer: the operator fills in what remains open. Pure. */
public interface ReplyTemplates {
    /** What marks a place that a person must fill in. */
    String OPEN = "{...}";

    /** The category of those that are no answers: they say how a case stands while it goes on. */
    String MEANWHILE = "inform";

    /** Those for a category, its own first, then those for all. */
    List<Reply> of(String category);

    /**
     * The text of {@code code} with {@code values} in its gaps. Gaps without a value, and {@link #OPEN}, stay as they are
     * for the screen to mark. Empty for an unknown code.
     */
    Optional<String> render(String code, Map<String, String> values);

    /** One of them. {@code category} is {@code *} for all, {@link #MEANWHILE} for what is no answer. */
    record Reply(String code, String category, String title, String text) {}
}
