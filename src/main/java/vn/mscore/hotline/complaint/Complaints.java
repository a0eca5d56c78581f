package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** PORT: the store of tickets. All in the caller's transaction; what it finds it locks, what it sees it does not. */
public interface Complaints {
    /** The next ticket of a year's sequence before permutation, from 0; two nodes take turns. */
    int nextInSequence(int year);

    /** Whether a ticket has this number. */
    boolean exists(TicketNumber ticket);

    /** A fresh row id. */
    long newId();

    /** Adds a ticket with its first words. */
    void add(Complaint complaint, Words words);

    /** The ticket with this number. */
    Optional<Complaint> find(TicketNumber ticket);

    /** The same for who only reads: a page that locked its cases would wait for a deed, and two pages for each other. */
    Optional<Complaint> see(TicketNumber ticket);

    /** The newest open ticket of the same words from the same sender since an instant. */
    Optional<Complaint> sameWords(Words words, Instant since);

    /** The newest open ticket in a lane of a sender since an instant. */
    Optional<Complaint> newestOpen(PhoneNumber phone, boolean secret, Instant since);

    /** Adds words of the citizen; they may make it urgent. */
    void addWords(Complaint complaint, String text, String source, boolean urgent);

    /** Counts words that repeat what a ticket says. */
    void countRepeat(Complaint complaint);

    /** Adds an answer of the office; the citizen may be asked about it again. */
    void addAnswer(Complaint complaint, String text, String actor);

    /**
     * Moves a ticket with all its words into the secret lane; it leaves every list and feed, every cluster, merge and link
     * at once, and what waited for its undo window does not happen.
     */
    void hide(Complaint complaint, String actor);

    /**
     * Sets what it is and, unless the day promised stands ({@link CaseClock.Course#stands()}), when it is due: a pause ends when
     * another kind counts from a day of its own.
     */
    void classify(Complaint complaint, Classification classification);

    /** Moves it on and logs the step; an answer, a reopening and an end also end a pause. */
    void move(Complaint complaint, Step step);

    /** Gives back the state it had before it was merged; everything else stays as it is. */
    void restore(Complaint complaint, ComplaintStatus.State state, String actor);

    /** Takes it away from its office, back to the desk; a pause ends, the desk has its time from now. */
    void handBack(Complaint complaint, Step step);

    /** Notes who has it; empty for nobody. */
    void hold(Complaint complaint, Optional<Holder> holder);

    /** Who has it. */
    Optional<Holder> holder(Complaint complaint);

    /** The citizen's words so far, oldest first. */
    List<String> words(Complaint complaint);

    /** Logs something that moved nothing. */
    default void log(Complaint complaint, String actor, String deed) {
        log(complaint, actor, deed, "");
    }

    /** The same with a note: about which row, with what code; no text of anybody. */
    void log(Complaint complaint, String actor, String deed, String note);

    /** The version after everything done so far. */
    int version(Complaint complaint);

    /** The ticket in this row. */
    Optional<Complaint> byId(long id);

    /** Answered tickets that nobody replied to, answered on or before a day, behind a row id in their order; none urgent, none secret. */
    List<Long> answeredUntil(LocalDate day, long after, int limit);

    /** Answered tickets whose sender was not yet asked whether it is done, answered on or before a day, oldest first. */
    List<Long> unasked(LocalDate day, int limit);

    /** Notes that he was asked; false when he was already. */
    boolean asked(Complaint complaint, LocalDate day);

    /**
     * Words of a citizen.
     *
     * @param digestText what equal words of one sender have in common
     */
    record Words(String text, String digestText, String source) {}

    /**
     * What it is.
     *
     * @param due the last day, without pauses and extension
     * @param from the day whose working days after it were promised, empty for the day it was registered
     * @param confirmed by a person, not suggested by a table
     */
    record Classification(
            ComplaintKind kind,
            String category,
            LocalDate due,
            Optional<LocalDate> from,
            boolean confirmed,
            String actor) {
        /** Its note in the {@link CaseLog}: what a person said before gives way to what is said now. */
        public String changing(Complaint before) {
            String now = kind + " " + category;
            String was = before.kind() + " " + before.category();
            return before.classified() && !was.equals(now) ? was + CaseLog.TO + now : now;
        }
    }

    /**
     * A step in the life of a ticket.
     *
     * @param to the new state
     * @param office the office it goes to, empty to leave it where it is
     * @param due the new deadline, empty to leave it
     * @param level the new level
     * @param actor who did it: {@code citizen}, {@code clock}, {@code gateway} or a person's login
     * @param deed what it was, a code
     */
    record Step(
            ComplaintStatus.State to,
            Optional<Office> office,
            Optional<LocalDate> due,
            int level,
            String actor,
            String deed) {
        /** A step that only changes the state. */
        public static Step to(ComplaintStatus.State to, Complaint from, String actor, String deed) {
            return new Step(to, Optional.empty(), Optional.empty(), from.level(), actor, deed);
        }
    }

    /** A person of the offices who has taken a case. */
    record Holder(String login, String name) {}

    /** An office and its name on the day it got the ticket. */
    record Office(UnitCode code, UnitName name) {}
}
