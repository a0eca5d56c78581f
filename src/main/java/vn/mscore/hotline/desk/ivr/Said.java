package vn.mscore.hotline.desk.ivr;

import java.util.Map;

/**
 * A sentence of the catalogue.
 *
 * @param prompt its name in {@code prompts.tsv}
 * @param values what goes into its gaps
 */
record Said(String prompt, Map<String, String> values) {
    static Said of(String prompt) {
        return new Said(prompt, Map.of());
    }

    static Said of(String prompt, String gap, String value) {
        return new Said(prompt, Map.of(gap, value));
    }
}
