package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.shared.Language;

/** Remembers the language a citizen wants: at once for texts, for calls where it is recorded. */
@Singleton
class LanguageCommand implements TextCommand {
    private static final Map<String, Tongue> TONGUES = Map.of(
            "VI", Tongue.VIETNAMESE,
            "VIET", Tongue.VIETNAMESE,
            "EN", Tongue.ENGLISH,
            "ANH", Tongue.ENGLISH,
            "BRU", Tongue.BRU,
            "VK", Tongue.BRU,
            "VANKIEU", Tongue.BRU,
            "PC", Tongue.PA_CO,
            "PACO", Tongue.PA_CO);

    private final CitizenLines lines;
    private final Phrases phrases;

    @Inject
    LanguageCommand(CitizenLines lines, Phrases phrases) {
        this.lines = lines;
        this.phrases = phrases;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.LANGUAGE);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        Tongue tongue = TONGUES.get(order.words().replaceFirst("^TIENG", ""));
        if (tongue == null) {
            return caller.reply("T40");
        }
        lines.speaks(caller.phone(), tongue);
        Language texts = tongue.texts(caller.language() == Language.VI);
        boolean voice = tongue == Tongue.BRU || tongue == Tongue.PA_CO;
        return caller.speaking(texts)
                .reply(voice ? "T39" : "T38", Map.of("tongue", phrases.word("tongue." + tongue, texts)));
    }
}
