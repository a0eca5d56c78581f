package vn.mscore.hotline.console;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.shared.Language;

/** What templates can do beyond Pebble's own: {@code t("key", value, ...)}. */
@Vetoed
final class PageExtension extends AbstractExtension {
    private static final int MOST_VALUES = 5;

    private final Words words;

    PageExtension(Words words) {
        this.words = words;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of("t", new Say(words));
    }

    private record Say(Words words) implements Function {
        @Override
        public List<String> getArgumentNames() {
            List<String> names = new ArrayList<>(List.of("key"));
            for (int i = 0; i < MOST_VALUES; i++) {
                names.add("v" + i);
            }
            return names;
        }

        @Override
        public Object execute(
                Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            Language language = context.getLocale().getLanguage().equals("en") ? Language.EN : Language.VI;
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < MOST_VALUES && given.get("v" + i) != null; i++) {
                values.add(given.get("v" + i));
            }
            return words.say(language, String.valueOf(given.get("key")), values.toArray());
        }
    }
}
