package vn.mscore.hotline.console;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Language;

/**
 * Renders {@code src/main/resources/console/NAME.peb}. Everything is escaped; {@code {{ t("key", value) }}} gives the words
 * of the reader's language. Every template knows {@code viewer} (null when nobody is signed in), {@code csrf},
 * {@code language}, {@code theme}, {@code path}, {@code nav}, {@code fragment} and
 * {@code stepUpDue} (whether a form that asks for a fresh code must wait for it) beside its own model.
 */
@Singleton
public class Pages {
    private static final String HTML = "text/html; charset=utf-8";
    private static final int OK = 200;

    private final Instance<Menu> menus;
    private final PebbleEngine engine;

    /** Shows the entries of all {@code menus}. */
    @Inject
    public Pages(Words words, AssetNames assets, @Any Instance<Menu> menus) {
        this.menus = menus;
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix("console");
        loader.setSuffix(".peb");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .extension(new PageExtension(words, assets))
                .addEscapingStrategy(Escaped.NAME, Escaped::of)
                .defaultEscapingStrategy(Escaped.NAME)
                .strictVariables(true)
                .build();
    }

    /** A page or a fragment with status 200. */
    public Response page(String template, Map<String, Object> model, Asked asked) {
        return page(OK, template, model, asked);
    }

    /** A page or a fragment with a status of its own, for instance 409. */
    public Response page(int status, String template, Map<String, Object> model, Asked asked) {
        return Response.status(status)
                .type(HTML)
                .header("Vary", "HX-Request")
                .entity(render(template, model, asked))
                .build();
    }

    /** The text of a page or fragment. */
    public String render(String template, Map<String, Object> model, Asked asked) {
        Map<String, Object> all = new HashMap<>(model);
        all.putAll(frame(asked));
        StringWriter out = new StringWriter();
        try {
            Locale locale = asked.language() == Language.EN ? Locale.ENGLISH : new Locale("vi");
            engine.getTemplate(template).evaluate(out, all, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The entries of the navigation that {@code viewer} may see, in order; the first is home. */
    public List<Menu.Item> navigation(Viewer viewer) {
        return menus.stream()
                .flatMap(menu -> menu.items().stream())
                .filter(item -> item.roles().contains(viewer.role()))
                .sorted(Comparator.comparingInt(Menu.Item::order))
                .toList();
    }

    private Map<String, Object> frame(Asked asked) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("viewer", asked.maybeViewer().orElse(null));
        frame.put("csrf", asked.csrf());
        frame.put("language", asked.language() == Language.EN ? "en" : "vi");
        frame.put("theme", asked.theme().word());
        frame.put("path", asked.circumstances().path());
        frame.put("fragment", asked.fragment());
        frame.put(
                "stepUpDue",
                asked.maybeViewer().filter(viewer -> !viewer.stepUpFresh()).isPresent());
        frame.put(
                "nav", asked.maybeViewer().map(viewer -> entries(viewer, asked)).orElse(List.of()));
        return frame;
    }

    private List<Entry> entries(Viewer viewer, Asked asked) {
        String path = asked.circumstances().path() + "/";
        List<Menu.Item> items = navigation(viewer);
        int nearest = items.stream()
                .filter(item -> path.startsWith(item.path() + "/"))
                .mapToInt(item -> item.path().length())
                .max()
                .orElse(0);
        return items.stream()
                .map(item -> new Entry(
                        item, item.path().length() == nearest && path.startsWith(item.path() + "/"), pressing(item)))
                .toList();
    }

    private int pressing(Menu.Item item) {
        return menus.stream().mapToInt(menu -> menu.pressing(item)).sum();
    }

    /** Parses a template: for the test that all can be parsed. */
    void parse(String template) {
        engine.getTemplate(template);
    }

    /** An entry of the navigation on one page, with how many things behind it press. */
    public record Entry(Menu.Item item, boolean current, int pressing) {}
}
