package vn.mscore.hotline.platform.container;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.mscore.hotline.platform.Settings;

/** Reads what the launcher resolved and handed on as system properties, through MicroProfile Config. */
@Singleton
public class MicroProfileSettings implements Settings {
    @Override
    public Optional<String> text(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
