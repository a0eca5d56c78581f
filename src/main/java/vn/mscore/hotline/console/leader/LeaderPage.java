package vn.mscore.hotline.console.leader;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.report.LeaderBoard;
import vn.mscore.hotline.shared.Language;

/** What a leader reads in two minutes, also on a telephone. */
@Path("leader")
@For(Role.LEADER)
public class LeaderPage {
    private final Pages pages;
    private final Asked asked;
    private final LeaderBoard board;
    private final ToldRows told;
    private final Downloads downloads;
    private final LateWords words;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public LeaderPage(
            Pages pages, Asked asked, LeaderBoard board, ToldRows told, Downloads downloads, Words words, Clock clock) {
        this.words = new LateWords(words, Language.VI);
        this.pages = pages;
        this.asked = asked;
        this.board = board;
        this.told = told;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** The page of today. */
    @GET
    public Response page() {
        return board.of(asked.viewer(), today())
                .map(found -> pages.page("leader", model(found), asked))
                .orElseGet(() -> pages.page("leader-none", Map.of(), asked));
    }

    private Map<String, Object> model(LeaderBoard.Board found) {
        return Map.of("view", new LeaderView(found, new Figures(asked.language())), "told", told.of(asked));
    }

    /** A table of the page as a file, with all its rows. */
    @POST
    @Path("export")
    public Response export() {
        Optional<BoardSheet> sheet = asked.form().choice("what", BoardSheet.class);
        Viewer viewer = asked.viewer();
        LocalDate day = today();
        return sheet.filter(one -> viewer.unit().isPresent())
                .map(one -> downloads.send(one.file(), () -> one.of(whole(viewer, day), words)))
                .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST).build());
    }

    private LeaderBoard.Whole whole(Viewer viewer, LocalDate day) {
        return board.whole(viewer, day).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
    }
}
