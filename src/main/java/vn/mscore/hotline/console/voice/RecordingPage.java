package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.voice.Recordings.Kept;

/** The sound of a recording of an open case, for the desk alone; one of the secret lane is 404 like one that never was. */
@Path("recordings/{recording}")
@For(Role.OPERATOR)
public class RecordingPage {
    private final Playback playback;
    private final SpokenWords words;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public RecordingPage(Playback playback, SpokenWords words, Asked asked) {
        this.playback = playback;
        this.words = words;
        this.asked = asked;
    }

    /** The WAV file, or a part of it. */
    @GET
    public Response play(@PathParam("recording") String recording, @HeaderParam("Range") String range) {
        return playback.send(recording, range, asked, new Playback.Permission() {
            private Optional<TicketNumber> ticket = Optional.empty();

            @Override
            public boolean given(Kept kept) {
                ticket = kept.secret() ? Optional.empty() : words.heardBy(asked.viewer(), recording);
                return ticket.isPresent();
            }

            @Override
            public void note() {
                words.note(asked.viewer(), ticket.orElseThrow());
            }
        });
    }
}
