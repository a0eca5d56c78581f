package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** PORT: the store of tickets. All in the caller's transaction; what it finds it locks. */
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

    /** The newest open ticket of the same words from the same sender since an instant. */
    Optional<Complaint> sameWords(Words words, Instant since);

    /** The newest open ticket in a lane of a sender since an instant. */
    Optional<Complaint> newestOpen(PhoneNumber phone, boolean secret, Instant since);

    /** Adds words of the citizen; they may make it urgent. */
    void addWords(Complaint complaint, String text, String source, boolean urgent);

    /** Counts words that repeat what a ticket says. */
    void countRepeat(Complaint complaint);

    /** Adds an answer of the office. */
    void addAnswer(Complaint complaint, String text, String actor);

    /** Moves a ticket with all its words into the secret lane; it leaves every list and feed at once. */
    void hide(Complaint complaint, String note);

    /** Sets what it is and when it is due. */
    void classify(Complaint complaint, Classification classification);

    /** Moves it on and logs the step. */
    void move(Complaint complaint, Step step);

    /** Answered tickets that nobody replied to, answered on or before a day, oldest first. */
    List<TicketNumber> answeredUntil(LocalDate day, int limit);

    /**
     * Words of a citizen.
     *
     * @param digestText what equal words of one sender have in common
     */
    record Words(String text, String digestText, String source) {}

    /** What it is. {@code confirmed} by a person, not suggested by a table. */
    record Classification(ComplaintKind kind, String category, LocalDate due, boolean confirmed) {}

    /**
     * A step in the life of a ticket.
     *
     * @param to the new state
     * @param office the office it goes to, empty to leave it where it is
     * @param due the new deadline, empty to leave it
     * @param level the new level
     * @param actor who did it: {@code citizen}, {@code clock} or an operator's name
     * @param note why, in our words
     */
    record Step(
            ComplaintStatus.State to,
            Optional<Office> office,
            Optional<LocalDate> due,
            int level,
            String actor,
            String note) {
        /** A step that only changes the state. */
        public static Step to(ComplaintStatus.State to, Complaint from, String actor, String note) {
            return new Step(to, Optional.empty(), Optional.empty(), from.level(), actor, note);
        }
    }

    /** An office and its name on the day it got the ticket. */
    record Office(UnitCode code, UnitName name) {}
}
