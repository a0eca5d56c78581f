package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Logger;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Recordings.Kept;

/**
 * Sends a recording, or a range of it (RFC 9110, 14.2), to somebody who may hear it; the first time in an opening this is
 * noted before a byte leaves. What is not there, was erased or may not be heard is 404 alike.
 */
@Singleton
public class Playback {
    private static final Logger LOG = Logger.getLogger(Playback.class.getName());
    private static final String WAV = "audio/wav";
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;
    private static final int BUFFER = 16 << 10;

    private final Recordings recordings;
    private final HeardLately heard;
    private final InTransaction transaction;

    /** Plays from {@code recordings}. */
    @Inject
    public Playback(Recordings recordings, HeardLately heard, InTransaction transaction) {
        this.recordings = recordings;
        this.heard = heard;
        this.transaction = transaction;
    }

    /** Who may hear what, and how that is noted; both inside a transaction. */
    interface Permission {
        /** Whether the asker may. */
        boolean given(Kept recording);

        /** Notes an opening. */
        void note();

        /** What tells one opening of the same recording from another besides the session; asked after {@link #given}. */
        default String opening() {
            return "";
        }
    }

    /**
     * The answer.
     *
     * @param range the {@code Range} header, null for everything
     */
    Response send(String recording, String range, Asked asked, Permission permission) {
        RecordingId id = RecordingId.parse(recording).orElseThrow(NotFoundException::new);
        Played played = transaction.call(() -> {
            Kept kept = recordings.find(id).filter(permission::given).orElseThrow(NotFoundException::new);
            String opening = String.join(" ", asked.circumstances().session(), recording, permission.opening());
            if (!heard.has(opening)) {
                permission.note();
            }
            return new Played(kept, opening);
        });
        // Only what is committed was noted: two pieces at the same time are noted twice rather than not at all.
        heard.noted(played.opening());
        return answer(played.kept(), range);
    }

    private record Played(Kept kept, String opening) {}

    private Response answer(Kept kept, String header) {
        Optional<ByteRange> range = ByteRange.of(header, kept.bytes());
        if (range.isPresent() && !range.get().satisfiable()) {
            return Response.status(UNSATISFIABLE)
                    .header("Content-Range", "bytes */" + kept.bytes())
                    .build();
        }
        ByteRange part = range.orElse(new ByteRange(0, kept.bytes() - 1));
        Response.ResponseBuilder answer = Response.status(range.isPresent() ? PARTIAL : 200)
                .type(WAV)
                .header("Accept-Ranges", "bytes")
                .header("Content-Length", part.length())
                .header("Content-Disposition", "inline")
                .entity(body(kept, part));
        range.ifPresent(
                one -> answer.header("Content-Range", "bytes " + one.from() + "-" + one.to() + "/" + kept.bytes()));
        return answer.build();
    }

    private StreamingOutput body(Kept kept, ByteRange part) {
        InputStream sound = open(kept, part);
        return out -> {
            try (sound) {
                long left = part.length();
                byte[] buffer = new byte[BUFFER];
                while (left > 0) {
                    int read = sound.read(buffer, 0, (int) Math.min(buffer.length, left));
                    if (read < 0) {
                        throw new IOException("a recording is shorter than its row says");
                    }
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        };
    }

    private InputStream open(Kept kept, ByteRange part) {
        try {
            return recordings.open(kept.id(), part.from());
        } catch (IOException e) {
            LOG.warning(() -> "a recording cannot be opened: " + e.getClass().getSimpleName());
            throw new NotFoundException();
        }
    }
}
