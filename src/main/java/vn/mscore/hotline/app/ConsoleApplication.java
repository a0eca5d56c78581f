package vn.mscore.hotline.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.web.BodyLimit;
import vn.mscore.hotline.platform.web.WebClasses;

/** Root of the screens for the offices: every resource and provider below this package, and nothing of {@code /api}. */
@ApplicationPath("/console")
public class ConsoleApplication extends Application {
    private static final String HOME = Pages.class.getPackageName();

    /** Whether {@code type} belongs to the screens. */
    public static boolean owns(Class<?> type) {
        String home = type.getPackageName();
        return home.equals(HOME) || home.startsWith(HOME + ".");
    }

    @Override
    public Set<Class<?>> getClasses() {
        return WebClasses.of(type -> owns(type) || type == BodyLimit.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.headers.location.relative.resolution.disabled", true);
    }
}
