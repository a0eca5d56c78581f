package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.TextPrices;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.TextSplitter;

/** Counts with the splitter that sends. */
@Singleton
public class SplitterPrices implements TextPrices {
    private static final int MOST = 10_000;

    private final int dongPerPart;
    private final int mostParts;

    /** Reads the price of a part and the limit of a reply. */
    @Inject
    public SplitterPrices(Settings settings) {
        this.dongPerPart = settings.number("hotline.sms.dongPerPart", 350, 0, 100_000);
        this.mostParts = settings.number("hotline.sms.maxSegments.reply", 3, 1, 10);
    }

    @Override
    public Price of(String text) {
        String counted = counted(text);
        boolean gsm7 = MessageBody.fitsGsm7(counted);
        int parts = parts(counted);
        return new Price(TextSplitter.length(counted, gsm7), parts, !gsm7, parts * dongPerPart, parts <= mostParts);
    }

    private static String counted(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    /** How many parts {@code text} is, 0 when it is empty. */
    static int parts(String text) {
        return text.isEmpty() ? 0 : TextSplitter.split(counted(text), 1, 8).size();
    }
}
