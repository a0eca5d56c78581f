package vn.mscore.hotline.console.leader;

import java.util.List;
import vn.mscore.hotline.complaint.LateReasons.Said;
import vn.mscore.hotline.complaint.LateReasons.Why;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.shared.Language;

/** At which step and why a case is late, for a file: what an office wrote stays on the screen, sealed where it is kept. */
record LateWords(Words words, Language language) {
    List<Object> row(LateCase one) {
        return List.of(one.ticket(), one.category(), one.unit(), step(one), one.due(), one.lateDays(), why(one));
    }

    private String step(LateCase one) {
        return one.step()
                .map(step -> words.say(language, "step." + step))
                .orElseGet(() -> words.say(language, "state." + one.state()));
    }

    private String why(LateCase one) {
        Why why = one.why();
        String on = why.on().map(new Figures(language)::day).orElse("");
        String known = words.say(language, "late.why." + why.code(), on, why.days());
        return why.said().map(said -> known + ", " + outcome(said)).orElse(known);
    }

    private String outcome(Said said) {
        return said.outcome().map(one -> one.name()).orElseGet(() -> words.say(language, "late.why.undecided"));
    }
}
