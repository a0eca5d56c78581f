package vn.mscore.hotline.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Finishes what the container reads off the resources: what an integrator may call, and with which key. */
public class InterfaceDescription implements OASFilter {
    private static final String KEY = "key";
    private static final String INTERFACE = "/api/v1/";

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.setInfo(OASFactory.createInfo()
                .title("Hotline: interface for the one-stop software")
                .description("Feeds offices and dossiers, reads complaints and scores.")
                .version("1"));
        description.setServers(List.of(OASFactory.createServer().url("/")));
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description
                .getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-Api-Key"));
        description.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY)));
        Map<String, PathItem> paths = new TreeMap<>();
        description.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(INTERFACE)) {
                paths.put(plain(path), item);
            }
        });
        description.getPaths().setPathItems(paths);
    }

    /** Jakarta REST writes {@code {code: .+}}, OpenAPI {@code {code}}. */
    private static String plain(String path) {
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }
}
