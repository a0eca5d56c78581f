package vn.mscore.hotline.console;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.Reason;

/**
 * Who asks, how and with what, for the length of one request. Injected it is a proxy: work that goes on after the request
 * (a stream, another thread) takes {@link #here()} first.
 */
@RequestScoped
public class Asked {
    private Circumstances now = Circumstances.UNKNOWN;

    /** For the container; a new request knows nothing yet. */
    public Asked() {}

    /** What a resource sees when {@code viewer} asks: for tests. */
    public static Asked by(Viewer viewer, Language language) {
        Asked asked = new Asked();
        asked.become(Circumstances.UNKNOWN.with(viewer, "").in(language, Theme.AUTO));
        return asked;
    }

    /** Told by the filter at the entrance. */
    public void become(Circumstances circumstances) {
        now = circumstances;
    }

    /** A copy that is no proxy. */
    public Asked here() {
        Asked copy = new Asked();
        copy.become(now);
        return copy;
    }

    /** Everything that is known of the request. */
    public Circumstances circumstances() {
        return now;
    }

    /** Who is signed in; only where the resource is {@link For} somebody. */
    public Viewer viewer() {
        return now.viewer().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Who is signed in, if anybody. */
    public Optional<Viewer> maybeViewer() {
        return now.viewer();
    }

    /** The token that every form of this session carries as the field {@code csrf}. */
    public String csrf() {
        return now.csrf();
    }

    /** VI or EN. */
    public Language language() {
        return now.language();
    }

    /** Why something was refused, in the reader's language: sentences are written "Vietnamese / English". */
    public String sentence(Reason reason) {
        return Words.half(language(), reason.sentence());
    }

    /** Light, dark or as the machine prefers. */
    public Theme theme() {
        return now.theme();
    }

    /** Whether htmx asks and wants a fragment. */
    public boolean fragment() {
        return now.fragment();
    }

    /** The fields of the form that came with a POST; empty when none came. */
    public Form form() {
        return now.form();
    }
}
