package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.wording.TemplateDesk;

/** What stands around a reason in the text that brings it, so that its length is counted while it is typed. */
@Singleton
public class ReasonFrames {
    private static final String REASON = "{cause}";
    private static final Map<String, String> TEXTS = Map.of("refuse", "T63", "extend", "T64", "inform", "T79");

    private final TemplateDesk templates;
    private final String hotline;

    /** Reads {@code hotline.number}. */
    @Inject
    public ReasonFrames(TemplateDesk templates, Settings settings) {
        this.templates = templates;
        this.hotline = settings.text("hotline.number").orElse("18008081");
    }

    /** The text before and after it. */
    public record Frame(String before, String after) {}

    /** Of the command with this code; empty when it brings no reason to the citizen. */
    public Optional<Frame> of(String command, TicketNumber ticket) {
        return Optional.ofNullable(TEXTS.get(command))
                .flatMap(templates::find)
                .map(entry -> entry.texts().get(Language.VI))
                .map(text -> frame(text, ticket));
    }

    private Frame frame(String text, TicketNumber ticket) {
        String filled = text.replace("{ticket}", ticket.digits())
                .replace("{due}", "dd/mm/yyyy")
                .replace("{hotline}", hotline);
        int gap = filled.indexOf(REASON);
        return gap < 0
                ? new Frame(filled, "")
                : new Frame(filled.substring(0, gap), filled.substring(gap + REASON.length()));
    }
}
