package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.KeptMail;
import vn.mscore.hotline.sms.KeptMail.Kept;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsErasure;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;

/** What waits for a person can be listed, opened, given back and settled. */
@Timeout(120)
class KeptMailIT {
    private static final String LAN = "+84912345678";

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<Long> deeds = new ArrayList<>();
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Kept> kept() {
        return house.tx(() -> house.get(KeptMail.class).newest(10));
    }

    private Optional<String> opened(long id) {
        return house.tx(() -> house.get(KeptMail.class).open(id));
    }

    private boolean again(long id) {
        return house.get(KeptMail.class).readAgain(id, () -> deeds.add(id));
    }

    private String count(String rows) {
        return house.schema().column("select count(*) from " + rows).get(0);
    }

    private void quarantine(String octets) {
        house.get(Intake.class).quarantine("m7", "cannot be stored", octets.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aParkedTextIsOpenedAndReadAgain() {
        house.get(Intake.class).store(Radio.text(LAN, "TC 1", clock.instant()));
        Reading reading = house.get(Reading.class);
        byte[] sender = house.tx(house.get(SqlMessages.class)::waitingSenders).get(0);
        for (int i = 0; i < 3; i++) {
            reading.next(sender, sms -> {
                throw new IllegalStateException("a fault of ours");
            });
        }
        Kept parked = kept().get(0);
        assertThat(parked.parked()).isTrue();
        assertThat(parked.why()).contains("IllegalStateException").doesNotContain("TC 1", "912345678");
        assertThat(opened(parked.id())).contains("TC 1");
        assertThat(again(parked.id())).isTrue();
        assertThat(again(parked.id())).isFalse();
        assertThat(kept()).isEmpty();
        List<String> read = new ArrayList<>();
        reading.next(sender, sms -> read.add(sms.text()));
        assertThat(read).containsExactly("TC 1");
    }

    @Test
    void aDeliveryIsGivenBackToItsLineAndStaysWhenThatCannotReadIt() {
        house.get(SmsLines.class).add(new Line());
        quarantine("TC 2");
        quarantine("???");
        assertThat(house.get(SmsFigures.class).now().quarantined()).isEqualTo(2);
        for (Kept delivery : kept()) {
            boolean readable = opened(delivery.id()).orElseThrow().equals("TC 2");
            assertThat(again(delivery.id())).isEqualTo(readable);
        }
        assertThat(house.schema().column("select count(*) from sms_message")).containsExactly("1");
        assertThat(house.get(SmsFigures.class).now().quarantined()).isEqualTo(1);
        long left = kept().get(0).id();
        assertThat(opened(left)).contains("???");
        assertThat(house.tx(() -> house.get(KeptMail.class).settle(left))).isTrue();
        assertThat(kept()).isEmpty();
        assertThat(house.schema().column("select length(raw_sealed) > 0 from sms_quarantine order by id"))
                .as("what was given back is with its message, what was dealt with stays its time")
                .containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void theDeedIsWrittenOnceForEachThatIsGivenBackAndNoneForWhatStays() {
        house.get(SmsLines.class).add(new Line());
        quarantine("TC 2");
        quarantine("???");
        List<Long> both = kept().stream().map(Kept::id).toList();
        both.forEach(this::again);
        long left = kept().get(0).id();
        both.forEach(this::again);
        assertThat(deeds).hasSize(1).doesNotContain(left);
    }

    @Test
    void aDeliveryWhoseDeedCannotBeWrittenWaitsAndMakesOneMessageWhenItIsGivenBackADayLater() {
        house.get(SmsLines.class).add(new Line());
        quarantine("TC 2");
        long id = kept().get(0).id();
        assertThatThrownBy(() -> house.get(KeptMail.class).readAgain(id, KeptMailIT::unwritten))
                .hasMessage("no audit line");
        assertThat(kept()).as("it waits still").hasSize(1);
        assertThat(count("sms_message")).isEqualTo("1");
        clock.advance(Duration.ofHours(26));
        assertThat(again(id)).isTrue();
        assertThat(kept()).isEmpty();
        assertThat(count("sms_message")).as("and not a second").isEqualTo("1");
        assertThat(deeds).containsExactly(id);
    }

    @Test
    void aParkedTextWhoseDeedCannotBeWrittenStaysParked() {
        house.get(Intake.class).store(Radio.text(LAN, "TC 1", clock.instant()));
        house.tx(() -> house.get(Sql.class).update("update sms_message set state = 'POISON'"));
        long id = kept().get(0).id();
        assertThatThrownBy(() -> house.get(KeptMail.class).readAgain(id, KeptMailIT::unwritten))
                .hasMessage("no audit line");
        assertThat(kept()).hasSize(1);
        assertThat(again(id)).isTrue();
        assertThat(kept()).isEmpty();
    }

    private static void unwritten() {
        throw new IllegalStateException("no audit line");
    }

    @Test
    void whatWasDealtWithDoesNotSwallowTheNextDeliveryOfTheSameOctets() {
        quarantine("cứu tôi với");
        quarantine("cứu tôi với");
        assertThat(kept()).hasSize(1);
        long first = kept().get(0).id();
        assertThat(opened(first)).contains("cứu tôi với");
        assertThat(house.tx(() -> house.get(KeptMail.class).settle(first))).isTrue();
        quarantine("cứu tôi với");
        assertThat(kept()).singleElement().satisfies(next -> assertThat(next.id())
                .isNotEqualTo(first));
    }

    @Test
    void whatAnEarlierVersionSettledDoesNotSwallowItEither() {
        quarantine("cứu tôi với");
        house.tx(() -> house.get(Sql.class).update("update sms_quarantine set settled_at = ?", clock.instant()));
        assertThat(kept()).isEmpty();
        quarantine("cứu tôi với");
        quarantine("cứu tôi với");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatALineBreaksOnStaysAndNothingOfItIsStored() {
        house.get(SmsLines.class).add(new Line());
        quarantine("broken");
        assertThat(again(kept().get(0).id())).isFalse();
        assertThat(kept()).hasSize(1);
        assertThat(house.schema().column("select count(*) from sms_message")).containsExactly("0");
    }

    @Test
    void onlyWhatWasDealtWithIsErasedWhenItsTimeIsOver() {
        quarantine("TC 3");
        assertThat(erased()).isZero();
        long id = kept().get(0).id();
        assertThat(opened(id)).contains("TC 3");
        house.tx(() -> house.get(KeptMail.class).settle(id));
        assertThat(erased()).isEqualTo(1);
        assertThat(house.schema().column("select length(raw_sealed) from sms_quarantine"))
                .containsExactly("0");
    }

    private int erased() {
        return house.tx(() -> house.get(SmsErasure.class).erase(clock.instant().plusSeconds(1), Set.of(), 10));
    }

    /** As a message centre delivers it: without an id and a time of its own. */
    private static ReceivedPart undated(String text) {
        return new ReceivedPart(
                "m7",
                "m7",
                LAN,
                text,
                false,
                ReceivedPart.Kind.TEXT,
                Optional.empty(),
                Optional.empty(),
                "",
                text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Line implements SmsLine {
        @Override
        public String name() {
            return "m7";
        }

        @Override
        public boolean readAgain(byte[] raw, Intake intake) {
            String text = new String(raw, StandardCharsets.UTF_8);
            if (text.equals("broken")) {
                throw new IllegalStateException("a fault of ours");
            }
            if (text.equals("???")) {
                intake.quarantine("m7", "unreadable", raw);
            } else {
                intake.store(undated(text));
            }
            return true;
        }

        @Override
        public void start(Intake intake) {}

        @Override
        public SendOutcome send(Submission sms) {
            return new SendOutcome(SendOutcome.Result.RETRY, List.of(), "");
        }

        @Override
        public LineState state() {
            return new LineState("m7", LineState.Status.READY, "", OptionalInt.empty(), 0, 0);
        }

        @Override
        public void stop() {}
    }
}
