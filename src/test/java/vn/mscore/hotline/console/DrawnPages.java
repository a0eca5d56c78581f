package vn.mscore.hotline.console;

import jakarta.enterprise.inject.Instance;
import java.util.stream.Stream;
import org.mockito.Mockito;

/** The pages of the screens outside a house, for tests that look at what is drawn. */
public final class DrawnPages {
    private DrawnPages() {}

    /** Pages with the real words and templates, and nothing in the navigation. */
    public static Pages withoutMenu() {
        return withoutMenu(new Words());
    }

    /** {@link #withoutMenu()} in {@code words}. */
    @SuppressWarnings("unchecked")
    public static Pages withoutMenu(Words words) {
        Instance<Menu> none = Mockito.mock(Instance.class);
        Mockito.when(none.stream()).thenAnswer(call -> Stream.empty());
        return new Pages(words, new AssetNames(), none);
    }
}
