package vn.mscore.hotline.wording;

import java.util.List;
import java.util.Map;

/**
 * What we say on the telephone: the catalogue of {@code ivr-scripts/prompts}, sounds only, each an id that a call can play.
 * A prompt that a voice pack lacks is taken from Vietnamese, one by one.
 */
public interface Prompts {
    /** Behind the name of a pack: the same, slower, as far as it was made. */
    String SLOWER = "-cham";

    /**
     * The sounds that say prompt {@code name} with its values, in order.
     *
     * @param name a prompt of {@code prompts.tsv} such as {@code doc-dang-xu-ly}; throws for an unknown one
     * @param pack the voice pack, {@code vi}, {@code bru}, {@code pako}, or with {@link #SLOWER}; an unknown one means {@code vi}
     * @param values by placeholder, as its type in {@code prompts.tsv} wants it: {@code number} "15", {@code date}
     *     "2026-08-20", {@code digits} "2608140012", {@code pairs} "26001239", {@code words} "Phòng Kinh tế xã Khe Sanh".
     *     What cannot be said (a number out of range, words without a voice) becomes the prompt's general sentence
     * @return ids such as {@code vi/doc-dang-xu-ly-1}, {@code vi/so/21}
     */
    List<String> say(String name, String pack, Map<String, String> values);

    /** The voice packs there are, {@code vi} first. */
    List<String> packs();

    /** The prompts that are missing or in a wrong format, by id; empty when all is well. */
    List<String> faults();
}
