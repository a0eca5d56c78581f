package vn.mscore.hotline.house;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.house.TestDatabase.Schema;

/** Cases at an office of the demo about a dossier, in every state in time and late: every deed is offered somewhere. */
final class OneOfEachState {
    private static final String LATE = ", registered_at = registered_at - interval 60 day, due = due - interval 40 day,"
            + " registered_on = registered_on - interval 60 day";

    private OneOfEachState() {}

    /** Enters them; their tickets. */
    static List<String> enter(Caller operator, Schema schema) throws IOException, InterruptedException {
        List<String> tickets = new ArrayList<>();
        for (State state : State.values()) {
            for (String late : List.of("", LATE)) {
                String ticket = enter(operator, state + (late.isEmpty() ? "" : " tre han"));
                schema.change("update complaint set state = '" + state + "', classified = 1, unit = 'KS-KT',"
                        + " unit_name = 'Phòng Kinh tế', unit_ascii = 'Phong Kinh te', sorted_at = registered_at,"
                        + " routed_at = registered_at, answered_at = if(state in ('DA_TRA_LOI', 'DONG'), registered_at, null)"
                        + late + " where ticket = '" + ticket + "'");
                tickets.add(ticket);
            }
        }
        return tickets;
    }

    private static String enter(Caller operator, String words) throws IOException, InterruptedException {
        Caller.Answer kept = operator.post(
                "/console/enter",
                Map.of(
                        "channel",
                        "WALK_IN",
                        "kind",
                        "FEEDBACK",
                        "dossier",
                        "H50.41-260720-0031",
                        "text",
                        "ho so cho lau, moi lan mot kieu: " + words,
                        "read-back",
                        "yes"));
        if (kept.status() != 303) {
            throw new IllegalStateException(kept.status() + " " + kept.body());
        }
        return kept.location().replaceAll(".*/", "");
    }
}
