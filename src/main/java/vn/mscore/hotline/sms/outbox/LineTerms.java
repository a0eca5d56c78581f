package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineContract;
import vn.mscore.hotline.sms.SmsLine;

/** Reads them from the settings behind the line's own key, each once. */
@Singleton
class LineTerms implements LineContract {
    private static final int DEAREST = 100_000;

    private final Settings settings;
    private final int dongPerPart;
    private final Map<String, Terms> known = new ConcurrentHashMap<>();

    @Inject
    LineTerms(Settings settings) {
        this.settings = settings;
        this.dongPerPart = settings.number("hotline.sms.dongPerPart", 350, 0, DEAREST);
    }

    private record Terms(Optional<PhoneNumber> number, int dong) {}

    @Override
    public Optional<PhoneNumber> number(SmsLine line) {
        return of(line).number();
    }

    @Override
    public int dong(SmsLine line) {
        return of(line).dong();
    }

    private Terms of(SmsLine line) {
        return known.computeIfAbsent(line.settingsKey(), this::read);
    }

    private Terms read(String key) {
        Optional<String> written = settings.text(key + ".number").filter(text -> !text.isBlank());
        Optional<PhoneNumber> number = written.flatMap(PhoneNumber::parse);
        Settings.WrongSetting.unless(
                written.isPresent() == number.isPresent(), key + ".number", "must be a telephone number");
        return new Terms(number, settings.number(key + ".dongPerPart", dongPerPart, 0, DEAREST));
    }
}
