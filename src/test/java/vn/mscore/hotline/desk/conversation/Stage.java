package vn.mscore.hotline.desk.conversation;

import java.util.List;
import java.util.Map;
import vn.mscore.hotline.house.MovingClock;

/** Where conversations are played. */
interface Stage {
    MovingClock clock();

    /** Feeds an office. */
    void unit(String code, Map<String, String> values);

    /** Feeds a dossier; keys of earlier feeds stay unless given again. */
    void dossier(String code, Map<String, String> values);

    /** Moves a ticket as an operator will. */
    void ticket(String number, String move);

    /** Runs a job once. */
    void run(String job);

    /** Lets a text arrive. */
    void receive(String phone, String text, boolean flood);

    /** What was queued since the last call, oldest first. */
    List<Sent> sent();

    /** One value of the database. */
    String select(String query);

    /** A queued text. {@code when} is the hour it waits for, in square brackets, or empty. */
    record Sent(String phone, String text, String when) {}
}
