package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;

/** 5 HẸN GỌI LẠI: to the number shown, or to another one that is read back. */
@Singleton
class CallbackFlow implements Branch {
    private static final int MOST_KEYS = 24;
    private static final int OTHERS_A_DAY = 3;
    private static final Duration DAY = Duration.ofHours(24);

    private final CallbackRequests callbacks;
    private final Limits limits;
    private final InTransaction transaction;

    @Inject
    CallbackFlow(CallbackRequests callbacks, Limits limits, InTransaction transaction) {
        this.callbacks = callbacks;
        this.limits = limits;
        this.transaction = transaction;
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.CALLBACK, talk -> begin(talk, booked("IVR")));
    }

    /** Asks for the number and has {@code booked} say what follows. */
    Step begin(Dialogue talk, Function<PhoneNumber, Step> booked) {
        return talk.caller()
                .filter(PhoneNumber::isCallable)
                .map(phone -> confirm(phone, booked.apply(phone), booked))
                .orElseGet(() -> askNumber(booked));
    }

    private Step confirm(PhoneNumber phone, Step right, Function<PhoneNumber, Step> booked) {
        return Question.of(List.of(Said.of("xac-nhan-so", "so", phone.local())))
                .on("1", right)
                .on("2", talk -> askNumber(booked));
    }

    private Step askNumber(Function<PhoneNumber, Step> booked) {
        return Question.of("nhap-so").entry(MOST_KEYS, "so-khong-hop-le", digits -> number(digits)
                .map(phone -> confirm(phone, talk -> other(talk, phone, booked), booked)));
    }

    private static Optional<PhoneNumber> number(String digits) {
        return PhoneNumber.parse(digits)
                .filter(PhoneNumber::isCallable)
                .or(() -> DoubledKeys.single(digits).flatMap(PhoneNumber::parse).filter(PhoneNumber::isCallable));
    }

    /** Nobody has a stranger's telephone rung all day. */
    private Step other(Dialogue talk, PhoneNumber phone, Function<PhoneNumber, Step> booked) {
        String who = talk.caller().map(PhoneNumber::e164).orElse("hidden");
        boolean allowed = transaction.call(() -> limits.take("callback.other", who, othersADay(talk), DAY));
        if (allowed) {
            return booked.apply(phone);
        }
        return talk.to(Place.MESSAGE);
    }

    /** All callers without a number share theirs. */
    private static int othersADay(Dialogue talk) {
        return talk.caller().isPresent() ? OTHERS_A_DAY : OTHERS_A_DAY * 10;
    }

    /** Books through {@code channel} and says for when. */
    Function<PhoneNumber, Step> booked(String channel) {
        return phone -> talk -> {
            LocalDate day = transaction.call(() -> callbacks.book(phone, channel));
            talk.isAt(Place.MAIN);
            talk.say(Said.of("da-hen", "ngay", day.toString()));
            return Step.END;
        };
    }
}
