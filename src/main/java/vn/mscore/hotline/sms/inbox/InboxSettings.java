package vn.mscore.hotline.sms.inbox;

import java.time.Duration;
import vn.mscore.hotline.platform.Settings;

/**
 * What the deployer may change about the inbox (security section 4).
 *
 * @param partTimeout how long a long message waits for its missing parts
 * @param setsPerSender open long messages of one sender
 * @param setsInAll open long messages of all
 * @param floodMessages messages of one number in {@code floodWindow} above which it is a flood
 * @param floodWindow see above
 * @param longest bytes of text a reader is given
 * @param workers threads that hand messages to their reader
 */
record InboxSettings(
        Duration partTimeout,
        int setsPerSender,
        int setsInAll,
        int floodMessages,
        Duration floodWindow,
        int longest,
        int workers) {

    static InboxSettings from(Settings settings) {
        return new InboxSettings(
                settings.seconds("hotline.multipart.timeout", 600),
                settings.number("hotline.multipart.openSets.perSender", 20, 1, 1000),
                settings.number("hotline.multipart.openSets.total", 5000, 1, 1_000_000),
                settings.number("hotline.sms.flood.messages", 20, 1, 1_000_000),
                settings.seconds("hotline.sms.flood.seconds", 600),
                settings.number("hotline.sms.parse.maxBytes", 65_536, 1024, 1_048_576),
                settings.number("hotline.sms.inbox.workers", 4, 1, 64));
    }
}
