package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.SmsFigures;

/** P5, P18: long messages whatever the air does to them. {@code -Dlong.sets=10000 -Dlong.bombs=20000} for the full size. */
class LongMessagesIT {
    private static final int SETS = Integer.getInteger("long.sets", 2_000);
    private static final int SETS_OF_A_SENDER = 20;
    private static final int BOMBS = Integer.getInteger("long.bombs", 200);
    private static final int OPEN_IN_ALL = BOMBS / 4;
    private static final String LAN = "+84912345678";
    private static final Map<String, String> PATIENT = Map.of(
            "hotline.multipart.openSets.perSender",
            "100",
            "hotline.multipart.openSets.total",
            "" + Math.max(5_000, SETS));
    private static final Map<String, String> SMALL =
            Map.of("hotline.multipart.openSets.total", "" + OPEN_IN_ALL, "hotline.multipart.openSets.perSender", "20");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<IncomingSms> read = new ArrayList<>();
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void partsAreJoinedInAnyOrder() {
        List<String> expected = new ArrayList<>();
        int reference = 0;
        for (List<Integer> order : orders()) {
            String[] texts = order.stream().sorted().map(n -> "p" + n + " ").toArray(String[]::new);
            List<ReceivedPart> parts = Radio.cut(LAN, ++reference, clock.instant(), texts);
            order.forEach(number -> store(parts.get(number - 1)));
            expected.add(String.join("", texts));
        }
        assertThat(texts()).containsExactlyElementsOf(expected);
    }

    @Test
    void longMessagesInRandomOrderWithReplaysAndARestartAreRightToTheLetter() {
        restart(PATIENT);
        Random random = new Random(20260817);
        List<ReceivedPart> air = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        int senders = SETS / SETS_OF_A_SENDER;
        for (int i = 0; i < SETS; i++) {
            String[] texts = randomTexts(random, i);
            expected.add(String.join("", texts));
            air.addAll(Radio.cut(sender(i % senders), i / senders + (i % 2) * 1000, clock.instant(), texts));
        }
        Collections.shuffle(air, random);
        int half = air.size() / 2;
        air.subList(0, half).forEach(this::store);
        restart(PATIENT);
        air.subList(half, air.size()).forEach(part -> {
            store(part);
            if (random.nextInt(20) == 0) {
                assertThat(store(air.get(random.nextInt(half)))).isEqualTo(Stored.DUPLICATE);
            }
        });
        assertThat(texts()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(figures().openSets()).isZero();
    }

    @Test
    void row10ASurrogatePairCutInTwoIsWholeAfterJoining() {
        store(Radio.cut(LAN, 1, clock.instant(), "cuoi \uD83D", "\uDE00 nhe"));
        store(Radio.text(LAN, "le \uD83D loi", clock.instant()));
        assertThat(texts()).containsExactly("cuoi \uD83D\uDE00 nhe", "le \uFFFD loi");
    }

    @Test
    void row8And9TenAndFortyPartsAreWhole() {
        for (int total : new int[] {10, 40}) {
            String[] texts = new String[total];
            for (int i = 0; i < total; i++) {
                texts[i] = ("phan " + i + " ").repeat(15);
            }
            store(Radio.cut(LAN, total, clock.instant(), texts));
            assertThat(texts()).containsExactly(String.join("", texts));
            read.clear();
        }
    }

    @Test
    void aMessageThatLacksPartsIsHandedOverAfterTenMinutesWithItsGapsMarked() {
        List<ReceivedPart> parts = Radio.cut(LAN, 9, clock.instant(), "mot ", "hai ", "ba ", "bon");
        store(parts.get(0));
        store(parts.get(3));
        clock.advance(Duration.ofSeconds(599));
        sweep();
        assertThat(texts()).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        sweep();
        assertThat(texts()).containsExactly("mot [...]bon");
    }

    @Test
    void row44APartThatComesHoursLateContinuesTheMessageItBelongsTo() {
        List<ReceivedPart> parts = Radio.cut(LAN, 9, clock.instant(), "mot ", "hai ", "ba");
        store(parts.get(0));
        store(parts.get(2));
        clock.advance(Duration.ofMinutes(11));
        sweep();
        clock.advance(Duration.ofHours(2));
        store(parts.get(1));
        assertThat(texts()).containsExactly("mot [...]ba", "[...]hai [...]");
        assertThat(read.get(1).late())
                .contains(new LatePart(List.of(read.get(0).id()), 2, 3, "hai ", "mot [...]ba", "mot hai ba"));
    }

    @Test
    void row44EachLatePartIsToldWhatWasKnownBeforeIt() {
        List<ReceivedPart> parts = Radio.cut(LAN, 9, clock.instant(), "mot ", "hai ", "ba ", "bon");
        store(parts.get(1));
        clock.advance(Duration.ofMinutes(11));
        sweep();
        clock.advance(Duration.ofHours(2));
        store(parts.get(3));
        store(parts.get(0));
        assertThat(texts()).containsExactly("[...]hai [...]", "[...]bon", "mot [...]");
        long text = read.get(0).id();
        assertThat(read.get(1).late())
                .contains(new LatePart(List.of(text), 4, 4, "bon", "[...]hai [...]", "[...]hai [...]bon"));
        assertThat(read.get(2).late())
                .contains(new LatePart(
                        List.of(text, read.get(1).id()), 1, 4, "mot ", "[...]hai [...]bon", "mot hai [...]bon"));
        store(parts.get(2));
        assertThat(texts()).hasSize(4);
        assertThat(read.get(3).late().orElseThrow().whole()).isEqualTo("mot hai ba bon");
    }

    /** The first of two parts without stamps was handed over alone; the other comes {@code later}. */
    private void unstamped(Duration later) {
        List<ReceivedPart> parts = Radio.cut(LAN, 9, clock.instant(), "mot ", "hai").stream()
                .map(part -> Radio.part(LAN, part.text(), null, part.concat()))
                .toList();
        store(parts.get(0));
        clock.advance(Duration.ofMinutes(11));
        sweep();
        clock.advance(later);
        store(parts.get(1));
    }

    @Test
    void row44WithoutTimeStampsAPartMayBeTwoHoursLateToo() {
        unstamped(Duration.ofHours(2));
        assertThat(texts()).containsExactly("mot [...]", "[...]hai");
        assertThat(read.get(1).late().orElseThrow().earlier())
                .containsExactly(read.get(0).id());
    }

    @Test
    void row44APartThatComesAfterMoreThanThreeHoursWithoutATimeStampIsAMessageOfItsOwn() {
        unstamped(Duration.ofHours(3));
        clock.advance(Duration.ofMinutes(11));
        sweep();
        assertThat(texts()).containsExactly("mot [...]", "[...]hai");
        assertThat(read.get(1).late()).isEmpty();
    }

    @Test
    void row45MessagesWithTheSameReferenceAreNotMixed() {
        List<ReceivedPart> one = Radio.cut(LAN, 7, clock.instant(), "A1 ", "A2");
        List<ReceivedPart> two = Radio.cut(LAN, 7, clock.instant().plusSeconds(300), "B1 ", "B2");
        List<ReceivedPart> three = Radio.cut(LAN, 7, clock.instant().plusSeconds(300), "C1 ", "C2 ", "C3");
        for (ReceivedPart part :
                List.of(one.get(0), two.get(0), three.get(2), two.get(1), one.get(1), three.get(0), three.get(1))) {
            store(part);
        }
        assertThat(texts()).containsExactlyInAnyOrder("A1 A2", "B1 B2", "C1 C2 C3");
    }

    @Test
    void row45WhenNobodyCanTellBothAreShownApart() {
        List<ReceivedPart> one = Radio.cut(LAN, 7, clock.instant(), "A1 ", "A2");
        List<ReceivedPart> two = Radio.cut(LAN, 7, clock.instant(), "B1 ", "B2");
        for (ReceivedPart part : List.of(one.get(0), two.get(0), two.get(1), one.get(1))) {
            store(part);
        }
        clock.advance(Duration.ofMinutes(11));
        sweep();
        assertThat(String.join(" / ", texts())).contains("A1", "A2", "B1", "B2").doesNotContain("A1 B2", "B1 A2");
    }

    @Test
    void row177AMessageThatCannotBeOpenedHoldsUpNoOther() throws SQLException {
        store(Radio.cut(LAN, 1, clock.instant(), "mot ", "hai").get(0));
        store(Radio.cut("+84987654321", 2, clock.instant(), "ba ", "bon").get(0));
        try (Connection database = house.schema().connect();
                var statement = database.createStatement()) {
            statement.executeUpdate("update sms_part set text_sealed = reverse(text_sealed) order by id limit 1");
        }
        clock.advance(Duration.ofSeconds(601));
        sweep();
        assertThat(texts()).containsExactly("ba [...]");
        assertThat(figures().openSets()).isEqualTo(1);
    }

    @Test
    void aReferenceMayBeReusedAfterAnHour() {
        List<ReceivedPart> old = Radio.cut(LAN, 7, clock.instant(), "A1 ", "A2");
        List<ReceivedPart> young = Radio.cut(LAN, 7, clock.instant().plus(Duration.ofMinutes(61)), "B1 ", "B2");
        store(old.get(0));
        store(young.get(1));
        store(young.get(0));
        store(old.get(1));
        assertThat(texts()).containsExactlyInAnyOrder("A1 A2", "B1 B2");
    }

    @Test
    void aPartTheNetworkRepeatsWithAnotherTimeStampMakesNoSecondMessage() {
        Instant now = clock.instant();
        List<ReceivedPart> parts = Radio.cut(LAN, 7, now, "mot ", "hai");
        ReceivedPart again = Radio.part(LAN, "mot ", now.plusSeconds(20), Optional.of(new Concat(7, 8, 2, 1)));
        store(parts.get(0));
        store(again);
        store(parts.get(1));
        clock.advance(Duration.ofMinutes(11));
        sweep();
        assertThat(texts()).containsExactly("mot hai");
    }

    @Test
    void partsThroughAnotherSimAreAnotherMessage() {
        List<ReceivedPart> parts = Radio.cut(LAN, 7, clock.instant(), "mot ", "hai");
        ReceivedPart p = parts.get(1);
        store(parts.get(0));
        store(new ReceivedPart(
                "m2", "452019", p.sender(), p.text(), false, p.kind(), p.concat(), p.sentAt(), "x", p.raw()));
        assertThat(texts()).isEmpty();
        assertThat(figures().openSets()).isEqualTo(2);
    }

    @Test
    void endlessUnfinishedMessagesOfOneSenderStayTwentyAndHarmNobody() {
        List<ReceivedPart> good = Radio.cut("+84987654321", 1, clock.instant(), "tot ", "lam");
        store(good.get(0));
        for (int i = 0; i < BOMBS; i++) {
            store(Radio.cut(LAN, 300 + i, clock.instant(), "bom " + i, "x", "y").get(0));
        }
        assertThat(figures().openSets()).isEqualTo(21);
        store(good.get(1));
        assertThat(texts()).contains("tot lam").hasSize(BOMBS - 20 + 1);
    }

    @Test
    void endlessUnfinishedMessagesOfManySendersStayWithinTheLimit() {
        restart(SMALL);
        // Counted at every 32nd part, the last of these is one.
        for (int i = 0; i < (4 * OPEN_IN_ALL + 31) / 32 * 32; i++) {
            store(Radio.cut(sender(i), 3, clock.instant(), "bom " + i, "x").get(0));
        }
        assertThat(figures().openSets()).isBetween(1L, (long) OPEN_IN_ALL);
    }

    private static List<List<Integer>> orders() {
        List<List<Integer>> orders = new ArrayList<>();
        for (int total = 2; total <= 4; total++) {
            permute(new ArrayList<>(), total, orders);
        }
        return orders;
    }

    private static void permute(List<Integer> head, int total, List<List<Integer>> orders) {
        if (head.size() == total) {
            orders.add(List.copyOf(head));
        }
        for (int number = 1; number <= total; number++) {
            if (!head.contains(number)) {
                head.add(number);
                permute(head, total, orders);
                head.remove(Integer.valueOf(number));
            }
        }
    }

    private static String[] randomTexts(Random random, int message) {
        String[] texts = new String[2 + random.nextInt(4)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = message + "." + i + "é".repeat(random.nextInt(5)) + " ";
        }
        return texts;
    }

    private static String sender(int number) {
        return String.format("+84912%06d", number);
    }

    private Stored store(ReceivedPart part) {
        return house.get(Intake.class).store(part);
    }

    private void store(List<ReceivedPart> parts) {
        parts.forEach(this::store);
    }

    private void sweep() {
        house.get(LateSets.class).run();
    }

    private void restart(Map<String, String> settings) {
        house.close();
        house = House.reopen(clock, settings, house.schema());
    }

    private SmsFigures.Figures figures() {
        return house.get(SmsFigures.class).now();
    }

    private List<String> texts() {
        Reading reading = house.get(Reading.class);
        for (byte[] sender : house.tx(() -> house.get(SqlMessages.class).waitingSenders())) {
            while (reading.next(sender, read::add).more()) {
                assertThat(read).hasSizeLessThan(2 * (SETS + BOMBS));
            }
        }
        return read.stream().map(IncomingSms::text).collect(Collectors.toList());
    }
}
