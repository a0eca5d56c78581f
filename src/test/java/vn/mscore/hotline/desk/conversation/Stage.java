package vn.mscore.hotline.desk.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.house.MovingClock;

/** Where conversations are played. */
interface Stage {
    MovingClock clock();

    /** Feeds an office. */
    void unit(String code, Map<String, String> values);

    /** Feeds a dossier; keys of earlier feeds stay unless given again. */
    void dossier(String code, Map<String, String> values);

    /** A custodian has said this code to whoever reported what a sealed ticket holds. */
    void receipt(String ticket, String code);

    /** Lets a sealed case be as far as {@code stage}, or {@code SENT} for a letter that left. */
    void sealed(String ticket, String stage);

    /** Moves the day of a dossier with an apology. */
    void postpone(String code, String day);

    /** Moves a ticket as an operator will. */
    void ticket(String number, String move);

    /** Runs a job once. */
    void run(String job);

    /** Lets a text arrive. */
    void receive(String phone, String text, boolean flood);

    /** Lets a part arrive that was missing in the newest text of that number; {@code part} is its place, 2/3. */
    void late(String phone, String part, String text);

    /** Lets somebody call, who does what {@code script} says; both sides, and what came of it. */
    List<String> call(Caller caller, List<String> script);

    /** The voice packs there are. */
    void packs(List<String> packs);

    /** An operator comes to a telephone, or is {@code gone}. */
    void operator(String login, String device);

    /** What the exchange tells of the queue: {@code CALL JOINED}, {@code CALL CONNECTED DEVICE}, {@code CALL ENDED}; and {@code CALL WELCOME NUMBER} before. */
    void queue(String told);

    /** A survey about a dossier is ordered and its call, {@code reference}, under way. */
    void survey(String dossier, String reference);

    /** What came of an ordered call. */
    void settled(String reference, String result);

    /** A recording is found that no flow linked: {@code PURPOSE LENGTH [secret]}. */
    void stranded(Optional<String> phone, String words);

    /** What was queued since the last call, oldest first. */
    List<Sent> sent();

    /** One value of the database. */
    String select(String query);

    /** Who calls what about what; no number when hidden. */
    record Caller(Optional<String> phone, String flow, Optional<String> reference, boolean sealed) {}

    /** A queued text. {@code when} is the hour it waits for, in square brackets, or empty. */
    record Sent(String phone, String text, String when) {}
}
