package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SpokenWords;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.voice.Recordings.Kept;

/** The sound of a recording of a sealed case, while two custodians have it open and this one gave a fresh code. */
@Path("sealed/{pseudonym}/recordings/{recording}")
@For(Role.CUSTODIAN)
public class SealedRecordingPage {
    private final Playback playback;
    private final SpokenWords words;
    private final SealedCases cases;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public SealedRecordingPage(Playback playback, SpokenWords words, SealedCases cases, Asked asked) {
        this.playback = playback;
        this.words = words;
        this.cases = cases;
        this.asked = asked;
    }

    /** The WAV file, or a part of it. */
    @GET
    public Response play(
            @PathParam("pseudonym") String address,
            @PathParam("recording") String recording,
            @HeaderParam("Range") String range) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        return playback.send(recording, range, asked, new Playback.Permission() {
            @Override
            public boolean given(Kept kept) {
                return words.heardBy(asked.viewer(), pseudonym, recording);
            }

            @Override
            public String opening() {
                return cases.cover(asked.viewer(), pseudonym)
                        .flatMap(cover -> cover.opening().until())
                        .map(Instant::toString)
                        .orElse("");
            }

            @Override
            public void note() {
                words.note(asked.viewer(), pseudonym);
            }
        });
    }
}
