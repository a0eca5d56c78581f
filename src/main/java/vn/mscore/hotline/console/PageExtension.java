package vn.mscore.hotline.console;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.mscore.hotline.shared.Language;

/**
 * What templates can do beyond Pebble's own: {@code t("key", value, ...)}; {@code own(sentence)}, the reader's half of a
 * sentence in both languages; {@code phrase(prefix, text)}, the reader's words for a phrase of ours in English;
 * {@code asset(name)}, the address of a style or script; {@code mark()}, a new mark for a form that makes something.
 */
@Vetoed
final class PageExtension extends AbstractExtension {
    private static final int MOST_VALUES = 5;

    private final Words words;
    private final AssetNames assets;

    PageExtension(Words words, AssetNames assets) {
        this.words = words;
        this.assets = assets;
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of(
                "t", new Say(words),
                "own", new Own(),
                "phrase", new Phrase(words),
                "asset", new Asset(assets),
                "mark", new Mark());
    }

    private static Language reader(EvaluationContext context) {
        return context.getLocale().getLanguage().equals("en") ? Language.EN : Language.VI;
    }

    private record Asset(AssetNames assets) implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("name");
        }

        @Override
        public Object execute(
                Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return assets.address(String.valueOf(given.get("name")));
        }
    }

    private record Mark() implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object execute(
                Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return UUID.randomUUID().toString();
        }
    }

    private record Own() implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("sentence");
        }

        @Override
        public Object execute(
                Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return Words.half(reader(context), String.valueOf(given.get("sentence")));
        }
    }

    private record Phrase(Words words) implements Function {
        @Override
        public List<String> getArgumentNames() {
            return List.of("prefix", "text");
        }

        @Override
        public Object execute(
                Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            return words.phrase(
                    reader(context), String.valueOf(given.get("prefix")), String.valueOf(given.get("text")));
        }
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
            Language language = reader(context);
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < MOST_VALUES && given.get("v" + i) != null; i++) {
                values.add(given.get("v" + i));
            }
            return words.say(language, String.valueOf(given.get("key")), values.toArray());
        }
    }
}
