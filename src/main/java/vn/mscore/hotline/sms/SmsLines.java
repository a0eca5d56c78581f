package vn.mscore.hotline.sms;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.mscore.hotline.platform.Settings;

/** The lines of this node, for the outbox, the health check and screens. */
@Singleton
public class SmsLines {
    private final List<SmsLine> lines = new CopyOnWriteArrayList<>();

    /** Makes a line known; a name that another line has is a wrong setting. */
    public void add(SmsLine line) {
        Settings.WrongSetting.unless(byName(line.name()).isEmpty(), line.settingsKey(), "has the name of another line");
        lines.add(line);
    }

    /** All lines in the order they were added. */
    public List<SmsLine> all() {
        return List.copyOf(lines);
    }

    /** The line of this name on this node. */
    public Optional<SmsLine> byName(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }
}
