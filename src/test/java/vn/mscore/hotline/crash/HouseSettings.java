package vn.mscore.hotline.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.sms.smpp.Centre;

/** What a house with one modem and one centre is told, so that only its own faults hold it up. */
final class HouseSettings {
    private HouseSettings() {}

    /** Settings of a house in {@code home} that sends a text of unknown fate once more after {@code resendAfter}. */
    static Map<String, String> of(Path home, Air air, Centre centre, Duration resendAfter) {
        Map<String, String> settings = new HashMap<>();
        settings.put("hotline.var", home.resolve("var").toString());
        settings.put("hotline.sms.modems", "first=" + air.address());
        settings.put("hotline.sms.modem.first.pace", "50/s");
        settings.put("hotline.sms.modem.first.dailycap", "1000000");
        settings.put("hotline.sms.smpp", "op=" + centre.address("?window=4"));
        settings.put("hotline.sms.smpp.op.password", "geheim");
        settings.put("hotline.sms.smpp.op.pace", "50/s");
        settings.put("hotline.sms.smpp.op.dailycap", "1000000");
        settings.put("hotline.sms.unknown.resendAfter", Long.toString(resendAfter.toSeconds()));
        settings.put("hotline.reply.global.day", "1000000");
        return settings;
    }
}
