package vn.mscore.hotline.voice.recording;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.VoiceNumbers;

/**
 * What the name of a file in the spool says: one of ours, or {@code fallback-<unique id>-<number>.wav} of the dialplan, with
 * {@code sealed} in the place of the number of somebody who reported in secret.
 *
 * @param recording the recording of ours, empty for a fallback
 * @param callId the call of a fallback, empty for one of ours
 * @param caller who rang, of a fallback with a number
 * @param sealed whether the caller was in the secret lane
 */
record SpoolName(Optional<RecordingId> recording, String callId, Optional<PhoneNumber> caller, boolean sealed) {
    private static final Pattern OURS = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.wav");
    private static final String SEALED = "sealed";
    private static final Pattern FALLBACK = Pattern.compile(
            "fallback-([A-Za-z0-9.]{1,64}(?:-[A-Za-z0-9.]+)*?)-(\\+?[0-9]{1,15}|unknown|sealed|)\\.wav");

    /** Reads a name; empty for every other (row 96). */
    static Optional<SpoolName> of(Path file) {
        String name = file.getFileName().toString();
        Matcher ours = OURS.matcher(name);
        if (ours.matches()) {
            return Optional.of(new SpoolName(Optional.of(new RecordingId(ours.group(1))), "", Optional.empty(), false));
        }
        Matcher fallback = FALLBACK.matcher(name);
        return fallback.matches() && fallback.group(1).length() <= 64
                ? Optional.of(new SpoolName(
                        Optional.empty(),
                        fallback.group(1),
                        VoiceNumbers.shown(fallback.group(2)),
                        fallback.group(2).equals(SEALED)))
                : Optional.empty();
    }

    /** The name without the number, fit for a log and a table. */
    String masked() {
        return recording.map(RecordingId::value).orElse("fallback-" + callId);
    }
}
