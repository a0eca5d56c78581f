package vn.mscore.hotline.complaint.suggest;

import vn.mscore.hotline.complaint.Triage;

/** How sure the words are: the part of all words found that speak for the category, and less when few were found. Pure. */
final class Confidence {
    private static final double ENOUGH_WORDS = 3;
    private static final double UNSURE = 0.5;

    private Confidence() {}

    static double of(Triage.Suggestion seen) {
        String mine = seen.category().map(category -> category.code() + ": ").orElse("-");
        double own = 0;
        double all = 0;
        for (String line : seen.why()) {
            if (line.matches("[A-Z]{4}: .*")) {
                int words = line.split(" ").length - 1;
                own += line.startsWith(mine) ? words : 0;
                all += words;
            }
        }
        double share = all == 0 ? 0 : own / all;
        return share * Math.min(1, (own + 1) / ENOUGH_WORDS) * (seen.sure() ? 1 : UNSURE);
    }
}
