package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.EnteredCases;
import vn.mscore.hotline.complaint.Shown;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.complaint.TimelineLine;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.letters.ApologyLetters;
import vn.mscore.hotline.console.voice.NoteTimes;
import vn.mscore.hotline.console.voice.Voices;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.TicketNumber;

/** What the page of a case shows to one reader. */
@Singleton
public class CaseModels {
    private static final int DEFAULT_PRICE = 350;
    private static final int HIGHEST_PRICE = 100_000;
    private static final int DAY_SECONDS = 86_400;
    private static final List<ComplaintKind> KINDS = List.of(
            ComplaintKind.FEEDBACK, ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT, ComplaintKind.DENUNCIATION);

    /** Those with a place of their own on the page; the others are in the list of what else can be done. */
    static final Set<CaseCommand> PLACED = EnumSet.of(
            CaseCommand.TAKE,
            CaseCommand.CLASSIFY,
            CaseCommand.ROUTE,
            CaseCommand.UNDO,
            CaseCommand.ACCEPT,
            CaseCommand.ANSWER,
            CaseCommand.ACKNOWLEDGE,
            CaseCommand.NOTE,
            CaseCommand.TRANSCRIBE,
            CaseCommand.MERGE,
            CaseCommand.UNMERGE,
            CaseCommand.UNLINK,
            CaseCommand.JUDGE);

    private final CaseFile file;
    private final Timeline timeline;
    private final CaseTime time;
    private final Offers offers;
    private final Categories categories;
    private final ReplyBeginnings replies;
    private final ScreenEvents events;
    private final Readings readings;
    private final OfficeNames offices;
    private final ClockCards clocks;
    private final ApologyLetters letters;
    private final Voices voices;
    private final ReplyHours hours;
    private final EnteredCases entries;
    private final ReasonFrames frames;
    private final AccusedNames accused;
    private final LastCase last;
    private final StepNotes notes;
    private final InTransaction transaction;
    private final int price;
    private final int mostParts;
    private final int letterDelay;
    private final int textDelay;

    /** Joined by CDI. */
    @Inject
    public CaseModels(
            CaseFile file,
            Timeline timeline,
            CaseTime time,
            Offers offers,
            Categories categories,
            ReplyBeginnings replies,
            ScreenEvents events,
            Readings readings,
            OfficeNames offices,
            ClockCards clocks,
            ApologyLetters letters,
            Voices voices,
            ReplyHours hours,
            EnteredCases entries,
            ReasonFrames frames,
            AccusedNames accused,
            LastCase last,
            StepNotes notes,
            InTransaction transaction,
            Settings settings) {
        this.file = file;
        this.timeline = timeline;
        this.time = time;
        this.offers = offers;
        this.categories = categories;
        this.replies = replies;
        this.events = events;
        this.readings = readings;
        this.offices = offices;
        this.clocks = clocks;
        this.letters = letters;
        this.voices = voices;
        this.hours = hours;
        this.entries = entries;
        this.frames = frames;
        this.accused = accused;
        this.last = last;
        this.notes = notes;
        this.transaction = transaction;
        this.price = settings.number("hotline.sms.dongPerPart", DEFAULT_PRICE, 0, HIGHEST_PRICE);
        this.mostParts = settings.number("hotline.sms.maxSegments.reply", 3, 1, 10);
        this.letterDelay = settings.number("hotline.case.undo", 600, 0, DAY_SECONDS);
        this.textDelay = settings.number("hotline.case.sendDelay", 10, 0, DAY_SECONDS);
    }

    /** Empty when the viewer may not see it. */
    public Optional<Map<String, Object>> of(Asked asked, TicketNumber ticket, String done) {
        Viewer viewer = asked.viewer();
        return transaction.call(() -> file.of(viewer, ticket).map(view -> model(asked, view, done)));
    }

    private Map<String, Object> model(Asked asked, CaseView view, String done) {
        Viewer viewer = asked.viewer();
        TicketNumber ticket = view.row().ticket();
        Map<String, Object> model = new HashMap<>();
        model.put("c", view);
        model.put("operator", viewer.is(Role.OPERATOR));
        Reading reading = readings.of(asked);
        model.put("say", reading);
        model.put("since", events.position());
        model.put("entered", entries.of(viewer, ticket));
        model.put("accused", accused.of(viewer, ticket));
        Timeline.Page lines = timeline.page(viewer, ticket, 0);
        model.put("timeline", lines.lines());
        model.put("older", lines.more());
        model.put("hidesNumbers", viewer.is(Role.OPERATOR) && hidesNumbers(view, lines.lines()));
        model.put("dossiers", timeline.dossiers(viewer, ticket));
        model.put("explanations", time.explanations(viewer, ticket));
        model.put("outcomes", time.outcomes());
        model.put("clocks", clocks.of(viewer, view));
        model.put("apology", letters.about(viewer, view.about()));
        offer(offers.of(viewer, view), model);
        model.put("kinds", KINDS);
        model.put("categories", categories.all());
        model.putAll(replies.model(view, reading));
        model.put("price", price);
        model.put("mostParts", mostParts);
        model.put("frames", frames);
        model.put("letterDelay", view.row().urgent() ? 0 : letterDelay);
        model.put("textDelay", textDelay);
        model.putAll(hours.model(ticket));
        model.put("offices", offices.of(view));
        model.put("notes", notes.of(reading, view.steps()));
        model.put("lengths", voices.lengths(recordings(view.said())));
        model.put("packs", voices.packs(recordings(view.said())));
        model.put("times", new NoteTimes());
        model.put("before", last.of(viewer, done));
        model.put("mergedByViewer", isMergedBy(viewer, view.steps()));
        return model;
    }

    /** Older words and steps, {@code page} pages back; empty when the viewer may not see it. */
    public Optional<Map<String, Object>> earlier(Asked asked, TicketNumber ticket, int page) {
        return transaction.call(() -> file.earlier(asked.viewer(), ticket, page).map(past -> {
            Map<String, Object> model = new HashMap<>();
            model.put("ticket", ticket);
            Timeline.Page lines = timeline.page(asked.viewer(), ticket, page);
            model.put("past", past);
            model.put("timeline", lines.lines());
            model.put("older", lines.more());
            model.put("page", page);
            Reading reading = readings.of(asked);
            model.put("say", reading);
            model.put("offices", offices.of(past));
            model.put("notes", notes.of(reading, past.steps()));
            model.put("may", new May(Set.of()));
            model.put("lengths", voices.lengths(recordings(past.said())));
            model.put("packs", voices.packs(recordings(past.said())));
            return model;
        }));
    }

    private static Stream<String> recordings(List<CaseView.Said> said) {
        return said.stream().flatMap(one -> one.recording().stream());
    }

    /** Whether there is a number that can be uncovered. */
    private static boolean hidesNumbers(CaseView view, List<TimelineLine> timeline) {
        return Stream.of(
                        view.said().stream().map(CaseView.Said::text),
                        view.notes().stream().map(CaseNotes.Note::text),
                        timeline.stream().map(TimelineLine::text))
                .flatMap(texts -> texts)
                .anyMatch(Shown::isCovered);
    }

    /** Whether that was the last thing done to it: one key takes it back. */
    private static boolean isMergedBy(Viewer viewer, List<CaseView.Step> steps) {
        return !steps.isEmpty()
                && steps.get(steps.size() - 1).deed().equals(CaseCommand.MERGE.code())
                && steps.get(steps.size() - 1).actor().equals(viewer.login());
    }

    private static void offer(Set<CaseCommand> offered, Map<String, Object> model) {
        model.put("may", new May(offered));
        model.put("others", others(offered));
    }

    private static List<DeedForm> others(Set<CaseCommand> offered) {
        return offered.stream()
                .filter(command -> !PLACED.contains(command))
                .map(DeedForm::of)
                .toList();
    }

    /** What the viewer may do, by the code of the command. */
    public record May(Set<CaseCommand> commands) {
        /** Whether the command with this code, such as {@code hand-back}, is one of them. */
        public boolean can(String code) {
            return commands.stream().anyMatch(command -> command.code().equals(code));
        }
    }
}
