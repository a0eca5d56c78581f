package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedDeeds.Typed;
import vn.mscore.hotline.shared.Reason;

/** What custodians heard in the recordings of an open case, as words. */
@Singleton
class Transcripts {
    private static final int LONGEST = 4000;

    private final Custody custody;
    private final SqlSealedWords words;
    private final SqlLooks looks;

    @Inject
    Transcripts(Custody custody, SqlSealedWords words, SqlLooks looks) {
        this.custody = custody;
        this.words = words;
        this.looks = looks;
    }

    Optional<Reason> type(Viewer viewer, Pseudonym pseudonym, Typed typed) {
        return custody.open(viewer, pseudonym, held -> {
            String text = typed.text().strip();
            if (text.isEmpty() || text.length() > LONGEST) {
                return Optional.of(Refusals.WORDS);
            }
            if (!words.type(held, new Typed(typed.recording(), text), viewer.name())) {
                return Optional.of(Refusals.NO_RECORDING);
            }
            looks.note(viewer, held, "transcribed", "");
            return Optional.empty();
        });
    }
}
