package vn.mscore.hotline.sms.modem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.platform.Settings;

/**
 * One modem of {@code hotline.sms.modems}.
 *
 * @param name the deployer's name for it
 * @param address where it is
 * @param pin PIN of its SIM, when the SIM asks for one ({@code hotline.sms.modem.NAME.pin})
 * @param balanceCode the only USSD code that is ever dialled ({@code .balance}, default {@code *101#})
 * @param folder where what must outlive a restart is kept: {@code hotline.var/modems}
 * @param submitLimit seconds the network may take to answer a submission ({@code .submitlimit}, 60 to 300)
 * @param sweepEvery seconds between two looks through all storages ({@code hotline.sms.modem.sweep})
 * @param patience how long a second is
 */
record ModemSettings(
        String name,
        ModemAddress address,
        Optional<String> pin,
        String balanceCode,
        Path folder,
        int submitLimit,
        int sweepEvery,
        Patience patience) {
    private static final String LIST = "hotline.sms.modems";

    /** Without the PIN. */
    @Override
    public String toString() {
        return "ModemSettings[" + name + " " + address.text() + "]";
    }

    /** All modems; none when the setting is empty. Wrong values refuse the start. */
    static List<ModemSettings> read(Settings settings) {
        List<ModemSettings> modems = new ArrayList<>();
        Set<Object> taken = new HashSet<>();
        for (String entry : settings.text(LIST).orElse("").split(",")) {
            if (entry.isBlank()) {
                continue;
            }
            ModemSettings modem = one(settings, entry.strip());
            boolean isNew = taken.add(modem.name()) && taken.add(modem.address());
            Settings.WrongSetting.unless(isNew, LIST, "names a modem or an address twice");
            modems.add(modem);
        }
        return modems;
    }

    private static ModemSettings one(Settings settings, String entry) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? "" : entry.substring(0, equals).strip();
        Settings.WrongSetting.unless(name.matches("[A-Za-z0-9_-]{1,30}"), LIST, "must be a list of name=address");
        String key = "hotline.sms.modem." + name;
        return new ModemSettings(
                name,
                address(entry.substring(equals + 1).strip()),
                pin(settings, key + ".pin"),
                balance(settings, key + ".balance"),
                Path.of(settings.text("hotline.var").orElse("./var"), "modems"),
                settings.number(key + ".submitlimit", 75, 60, 300),
                settings.number("hotline.sms.modem.sweep", 180, 1, 3600),
                Patience.REAL);
    }

    private static Optional<String> pin(Settings settings, String key) {
        Optional<String> pin = settings.text(key).map(String::strip).filter(p -> !p.isEmpty());
        boolean usable = pin.isEmpty() || pin.get().matches("\\d{4,8}");
        Settings.WrongSetting.unless(usable, key, "must be 4 to 8 digits");
        return pin;
    }

    private static String balance(Settings settings, String key) {
        String code = settings.text(key).orElse("*101#").strip();
        Settings.WrongSetting.unless(code.matches("[*#0-9]{2,20}#"), key, "must be a USSD code such as *101#");
        return code;
    }

    private static ModemAddress address(String text) {
        try {
            return new ModemAddress(text);
        } catch (IllegalArgumentException e) {
            throw new Settings.WrongSetting(LIST, "has an address that is " + e.getMessage());
        }
    }
}
