package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Writes Asterisk's configuration with the deployer's values and secrets, and the scripts, for an Asterisk that others run. */
final class RenderExchangeCommand {
    private final PrintStream out;

    RenderExchangeCommand(PrintStream out) {
        this.out = out;
    }

    int run(GatewaySettings settings, Path folder) throws StartRefused {
        Path home = folder.toAbsolutePath().normalize();
        try {
            ExchangeVoice.settle(settings);
            ExchangeFolders.scripts(home);
            int prompts = new ExchangeSounds(home).copy(Container.war());
            ExchangeTemplates.write(ExchangeTemplates.render(ExchangeValues.of(settings, home)), home.resolve("etc"));
            out.println("[hotline] wrote " + home.resolve("etc") + " and " + prompts + " prompts; secrets are in them,"
                    + " so keep them readable by Asterisk only");
            out.println("[hotline] Asterisk must be able to write into " + ExchangeValues.recordings(settings));
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused("cannot write into " + home + ": " + e.getMessage(), e);
        }
    }
}
