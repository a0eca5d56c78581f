package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Optional;

/** PORT: what the words of a citizen suggest. A suggestion: a person decides, except that secrecy is obeyed at once. */
public interface Triage {
    /** Reads {@code text}; pure. */
    Suggestion suggest(String text);

    /**
     * What was seen.
     *
     * @param category the category whose words weigh most, empty when no word was found
     * @param sure whether no other category weighs as much
     * @param secret money asked for, an officer together with money, a denunciation by its words
     * @param urgent danger, threats, thoughts of suicide
     * @param named an officer by name: never sent on without a person's look (R8)
     * @param why the lists and words that led here, for the operator; words of our tables, none of the citizen's
     */
    record Suggestion(
            Optional<Category> category,
            boolean sure,
            boolean secret,
            boolean urgent,
            boolean named,
            List<String> why) {}
}
