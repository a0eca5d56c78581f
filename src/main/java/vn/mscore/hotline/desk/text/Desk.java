package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.mscore.hotline.citizen.CitizenLines;

/** What lies on the desk: the things {@link TextDesk} works with. */
@Singleton
class Desk {
    private final CitizenLines lines;
    private final Answers answers;
    private final WordsKept words;
    private final WatchWords watch;
    private final WordsBeside beside;
    private final LateParts late;
    private final Verdicts verdicts;
    private final Clock clock;

    @Inject
    Desk(
            CitizenLines lines,
            Answers answers,
            WordsKept words,
            WatchWords watch,
            WordsBeside beside,
            LateParts late,
            Verdicts verdicts,
            Clock clock) {
        this.verdicts = verdicts;
        this.lines = lines;
        this.answers = answers;
        this.words = words;
        this.watch = watch;
        this.beside = beside;
        this.late = late;
        this.clock = clock;
    }

    CitizenLines lines() {
        return lines;
    }

    Answers answers() {
        return answers;
    }

    WordsKept words() {
        return words;
    }

    WatchWords watch() {
        return watch;
    }

    WordsBeside beside() {
        return beside;
    }

    LateParts late() {
        return late;
    }

    Verdicts verdicts() {
        return verdicts;
    }

    Clock clock() {
        return clock;
    }
}
