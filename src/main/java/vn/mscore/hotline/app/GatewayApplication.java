package vn.mscore.hotline.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.platform.web.WebClasses;

/** Root of the interface for other programs. */
@ApplicationPath("/api")
public class GatewayApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return WebClasses.of(type -> !ConsoleApplication.owns(type));
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
