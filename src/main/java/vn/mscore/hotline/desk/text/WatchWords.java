package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import vn.mscore.hotline.desk.DeskTable;
import vn.mscore.hotline.platform.Settings;

/** Words that change what is done with a text whatever its command: danger and money (R11, R12), thanks. Data, not code. */
@Singleton
public class WatchWords {
    private final PhraseList emergency;
    private final PhraseList suspicion;
    private final PhraseList thanks;
    private final PhraseList gratitude;

    /** Loads {@code emergency.tsv}, {@code suspicion.tsv}, {@code thanks.tsv} and {@code gratitude.tsv}, the deployer's from {@code hotline.desk.tables}. */
    @Inject
    public WatchWords(Settings settings) {
        Optional<Path> folder = settings.text("hotline.desk.tables").map(Path::of);
        emergency = new PhraseList(DeskTable.rows(folder, "emergency.tsv"));
        suspicion = new PhraseList(DeskTable.rows(folder, "suspicion.tsv"));
        thanks = new PhraseList(DeskTable.rows(folder, "thanks.tsv"));
        gratitude = new PhraseList(DeskTable.rows(folder, "gratitude.tsv"));
    }

    /** Whether somebody may be in danger now. */
    public boolean isEmergency(String text) {
        return emergency.isIn(text);
    }

    /** Whether the words are courtesy and forms of address, and nothing else. */
    public boolean isThanks(String text) {
        return thanks.isAllOf(text);
    }

    /** Whether the words thank us, with courtesy and forms of address, and say nothing else: no answer is waited for. */
    public boolean isGratitude(String text) {
        return gratitude.isIn(text) && thanks.isAllOf(text);
    }

    /** Whether the words hint at money or a crime of an official. */
    public boolean isSuspicion(String text) {
        return suspicion.isIn(text);
    }
}
