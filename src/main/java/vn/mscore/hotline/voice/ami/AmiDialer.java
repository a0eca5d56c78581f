package vn.mscore.hotline.voice.ami;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.voice.Dialer;
import vn.mscore.hotline.voice.OpenOrders;
import vn.mscore.hotline.voice.VoiceNumbers;
import vn.mscore.hotline.voice.ami.SqlCallOrders.Order;

/** Orders are rows, dialled after the commit by {@link AmiOrders}: what was promised in a transaction is rung, settled as failed, or expires. */
@Singleton
public class AmiDialer implements Dialer, OpenOrders {
    /** The flow of a call that an operator makes. */
    static final String BRIDGE = "bridge";

    private static final Set<String> FLOWS = Set.of("survey", "main");
    private static final Pattern REFERENCE = Pattern.compile("[a-z0-9-]{1,40}");

    private final SqlCallOrders orders;
    private final AmiSettings settings;
    private final Clock clock;

    /** Writes to {@code orders}. */
    @Inject
    AmiDialer(SqlCallOrders orders, Settings settings, Clock clock) {
        this.orders = orders;
        this.settings = AmiSettings.from(settings);
        this.clock = clock;
    }

    @Override
    public Optional<Reason> ring(PhoneNumber number, String flow, String reference, Instant latest) {
        Require.that(FLOWS.contains(flow), "no flow that may be ordered");
        return order(new Order(reference, flow, number, Optional.empty()), latest);
    }

    @Override
    public Optional<Reason> bridge(String extension, PhoneNumber citizen, String reference) {
        Require.that(
                AmiReading.device("PJSIP/" + extension)
                        .filter(extension::equals)
                        .isPresent(),
                "not a telephone");
        return order(new Order(reference, BRIDGE, citizen, Optional.of(extension)), Instant.MAX);
    }

    @Override
    public int count() {
        return orders.open();
    }

    private Optional<Reason> order(Order order, Instant latest) {
        Require.that(REFERENCE.matcher(order.reference()).matches(), "not a reference");
        if (!settings.wanted()) {
            return refusal("voice.off", "chưa nối tổng đài / there is no telephone exchange");
        }
        if (!VoiceNumbers.mayRing(order.phone())) {
            return refusal(
                    "voice.number-not-allowed",
                    "chỉ gọi số di động và số cố định trong nước / only mobile and geographic numbers of Vietnam are rung");
        }
        Instant now = clock.instant();
        if (orders.orderedOn(now) >= settings.dailyCap()) {
            return refusal("voice.daily-cap", "hôm nay đã gọi đủ số cuộc cho phép / enough calls were ordered today");
        }
        Instant stale = now.plus(settings.within());
        orders.place(order, now, latest.isBefore(stale) ? latest : stale);
        return Optional.empty();
    }

    private static Optional<Reason> refusal(String code, String sentence) {
        return Optional.of(new Reason(code, sentence));
    }
}
