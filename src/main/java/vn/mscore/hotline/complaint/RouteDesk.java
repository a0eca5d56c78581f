package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** Where the deployer changes who leads a category and how fast, from a day on. Words and secrecy stay in the tables. */
public interface RouteDesk {
    /**
     * Adds a change. Refusals: {@code route.category}, {@code route.lead} (1 to 300 characters), {@code route.unit} (no
     * office of that day), {@code route.forward} and {@code route.answer} (1 to 99 working days), {@code route.day} (before today: clocks that run were promised).
     */
    Optional<Reason> change(Change change, String who);

    /** All changes, newest first. Opens its own transaction. */
    List<Written> history();

    /** A category from a day on; {@code unit} is the leading office in the tree, empty when it is only words. */
    record Change(
            String category,
            String lead,
            OptionalInt forwardDays,
            int answerDays,
            LocalDate from,
            Optional<UnitCode> unit) {}

    /** A change, who made it and when. */
    record Written(Change change, String by, Instant at) {}
}
