package vn.mscore.hotline.console;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.mockito.Mockito;

/** The pages of the screens outside a house, for tests that look at what is drawn. */
public final class DrawnPages {
    private DrawnPages() {}

    /** Keeps what was drawn last: outside a container there is no answer that it could be put into. */
    public static final class Kept extends Pages {
        private String drawn = "";

        /** Nothing is drawn yet. */
        public Kept() {
            super(new Words(), new AssetNames(), noMenu());
        }

        @Override
        public Response page(int status, String template, Map<String, Object> model, Asked asked) {
            drawn = render(template, model, asked);
            return null;
        }

        /** The text of the page. */
        public String drawn() {
            return drawn;
        }
    }

    /** Pages with the real words and templates, and nothing in the navigation. */
    public static Pages withoutMenu() {
        return withoutMenu(new Words());
    }

    /** {@link #withoutMenu()} in {@code words}. */
    public static Pages withoutMenu(Words words) {
        return new Pages(words, new AssetNames(), noMenu());
    }

    @SuppressWarnings("unchecked")
    private static Instance<Menu> noMenu() {
        Instance<Menu> none = Mockito.mock(Instance.class);
        Mockito.when(none.stream()).thenAnswer(call -> Stream.empty());
        return none;
    }
}
