package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.life.Waiting.By;
import vn.mscore.hotline.complaint.life.Waiting.Deed;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Lets decisions wait before anybody outside sees them: letters {@code hotline.case.undo} (600 s), texts
 * {@code hotline.case.sendDelay} (10 s). What is urgent leaves at once.
 */
@Singleton
public class UndoWindow {
    private static final int DAY = 86_400;

    private final Complaints complaints;
    private final Waiting waiting;
    private final Release release;
    private final Clock clock;
    private final Duration letters;
    private final Duration texts;

    /** Joined by CDI. */
    @Inject
    UndoWindow(Complaints complaints, Waiting waiting, Release release, Clock clock, Settings settings) {
        this.complaints = complaints;
        this.waiting = waiting;
        this.release = release;
        this.clock = clock;
        this.letters = Duration.ofSeconds(settings.number("hotline.case.undo", 600, 0, DAY));
        this.texts = Duration.ofSeconds(settings.number("hotline.case.sendDelay", 10, 0, DAY));
    }

    /** What is to happen; {@code days} of an extension. */
    public record Wish(Optional<UnitCode> unit, Optional<String> words, boolean bySms, int days) {
        /** What of it the history says while it waits: never the words. */
        private String note() {
            return unit.map(UnitCode::value).orElse(days > 0 ? String.valueOf(days) : "");
        }

        /** Nothing but the command. */
        static Wish plain() {
            return new Wish(Optional.empty(), Optional.empty(), false, 0);
        }

        /** To an office, with what the desk writes to it. */
        static Wish to(UnitCode unit, Optional<String> note) {
            return new Wish(Optional.of(unit), note, false, 0);
        }

        static Wish saying(String words, boolean bySms) {
            return new Wish(Optional.empty(), Optional.of(words), bySms, 0);
        }

        /** A later day, and why. */
        public static Wish later(int days, String why) {
            return new Wish(Optional.empty(), Optional.of(why), false, days);
        }
    }

    /** Lets what {@code held} is held for wait, or does it at once. */
    public void put(Held held, Wish wish) {
        boolean letter = held.command() == CaseCommand.ROUTE || held.command() == CaseCommand.PASS_OUTSIDE;
        Duration wait = letter ? letters : texts;
        boolean now = wait.isZero() || letter && held.complaint().urgent();
        By by = By.of(held.viewer());
        Deed deed = new Deed(
                held.command(),
                wish.unit(),
                wish.words(),
                wish.bySms(),
                wish.days(),
                by,
                clock.instant().plus(wait));
        if (now) {
            release.release(held.complaint(), deed);
        } else {
            waiting.put(held.complaint(), deed);
            complaints.log(held.complaint(), by.login(), held.command().code() + "-planned", wish.note());
        }
    }
}
