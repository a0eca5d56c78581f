package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.ExchangeLink;
import vn.mscore.hotline.voice.VoiceFigures;

/** How the telephone does, for the page of lines. */
@Singleton
public class VoiceReading {
    private static final int NAMED = 10;
    private static final long MEGABYTE = 1 << 20;

    private final VoiceFigures figures;
    private final ExchangeLink link;
    private final WaitingLine line;
    private final OperatorPresence presence;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public VoiceReading(
            VoiceFigures figures,
            ExchangeLink link,
            WaitingLine line,
            OperatorPresence presence,
            InTransaction transaction) {
        this.figures = figures;
        this.link = link;
        this.line = line;
        this.presence = presence;
        this.transaction = transaction;
    }

    /**
     * What is shown.
     *
     * @param wanted whether there is an exchange at all
     * @param door whether the gateway answers it
     * @param link OFF, UP or DOWN
     * @param tone of the whole: ok, soon or late
     * @param missing the first sounds that cannot be played
     * @param stranded recordings nobody has linked
     * @param promised recordings whose file is not there yet
     */
    public record View(
            boolean wanted,
            boolean door,
            String link,
            String tone,
            int calls,
            int waiting,
            int present,
            Set<String> missing,
            long stranded,
            long quarantined,
            long megabytes,
            long quota) {}

    /** Now. */
    public View now() {
        VoiceFigures.Figures now = figures.now();
        ExchangeLink.Status status = link.state().status();
        int[] people = transaction.call(
                () -> new int[] {line.length().waiting(), presence.now().size()});
        return new View(
                now.wanted(),
                now.alive(),
                status.name(),
                tone(now, status),
                now.calls(),
                people[0],
                people[1],
                Set.copyOf(now.missing().stream().sorted().limit(NAMED).toList()),
                now.stranded(),
                now.waiting().getOrDefault("QUARANTINED", 0L),
                now.keptBytes() / MEGABYTE,
                now.quotaBytes() / MEGABYTE);
    }

    private static String tone(VoiceFigures.Figures now, ExchangeLink.Status status) {
        if (!now.wanted()) {
            return "";
        }
        if (!now.alive()) {
            return "late";
        }
        return status == ExchangeLink.Status.UP && now.missing().isEmpty() ? "ok" : "soon";
    }
}
