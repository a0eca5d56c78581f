package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.life.Ties;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.KeptMail;
import vn.mscore.hotline.sms.SmsHistory;
import vn.mscore.hotline.sms.SmsListener;

/** Security row 44, from the part on the line to the case: where the words of a part are that came too late. */
@Timeout(300)
class LatePartsIT {
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final AtomicInteger reference = new AtomicInteger();
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Words of a citizen in a case. */
    private record Said(String ticket, boolean secret, String words) {}

    private List<Said> said() {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        return house.tx(() -> house.get(Sql.class)
                .rows(
                        "select w.id, w.words_sealed, c.ticket, c.secret from complaint_words w"
                                + " join complaint c on c.id = w.complaint_id order by w.id",
                        row -> new Said(
                                row.text("ticket"),
                                row.flag("secret"),
                                cipher.open(
                                        new Place("complaint_words", "words_sealed", row.number("id")),
                                        row.bytes("words_sealed")))));
    }

    private List<SmsHistory.Message> history() {
        return house.ask(SmsHistory.class, history -> history.of(new PhoneNumber(LAN), 10));
    }

    private String count(String rows) {
        return house.schema().column("select count(*) from " + rows).get(0);
    }

    private Stored store(ReceivedPart part) {
        return house.get(Intake.class).store(part);
    }

    private void read() {
        read(house.get(SmsListener.class));
    }

    private void read(SmsListener reader) {
        Reading reading = house.get(Reading.class);
        for (byte[] sender : house.tx(house.get(SqlMessages.class)::waitingSenders)) {
            while (reading.next(sender, reader).more()) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
    }

    /** A text of Lan's of which all parts but those that are {@code missing} came, and were handed over; all its parts. */
    private List<ReceivedPart> withGaps(List<Integer> missing, String... texts) {
        List<ReceivedPart> parts = Radio.cut(LAN, reference.incrementAndGet(), clock.instant(), texts);
        for (int number = 1; number <= texts.length; number++) {
            if (!missing.contains(number)) {
                store(parts.get(number - 1));
            }
        }
        clock.advance(Duration.ofMinutes(11));
        house.get(LateSets.class).run();
        return parts;
    }

    /** The same, read by the desk; two hours pass. */
    private List<ReceivedPart> readWithGaps(List<Integer> missing, String... texts) {
        List<ReceivedPart> parts = withGaps(missing, texts);
        read();
        clock.advance(Duration.ofHours(2));
        return parts;
    }

    private void comes(ReceivedPart part) {
        assertThat(store(part)).isEqualTo(Stored.NEW);
        read();
    }

    private Complaint find(String ticket) {
        return house.ask(Complaints.class, c -> c.find(new TicketNumber(ticket)).orElseThrow());
    }

    private void merge(String child, String into) {
        Complaint one = find(child);
        Complaint other = find(into);
        house.tx(() -> {
            house.get(Ties.class).merge(one, other, "minh");
            return null;
        });
    }

    /** Every copy of every text of a sealed case is in its lane, and no screen was told of it. */
    private void assertNothingIsInTheOpen() {
        assertThat(count("sms_message where not secret")).isEqualTo("0");
        assertThat(count("sms_part where not secret")).isEqualTo("0");
        assertThat(count("sms_outbox where not secret")).isEqualTo("0");
        assertThat(count("complaint where not secret")).isEqualTo("0");
        assertThat(count("case_token")).isEqualTo("0");
        assertThat(count("console_event where ticket is not null")).isEqualTo("0");
        assertThat(history()).isEmpty();
    }

    @Test
    void openCaseGetsTheWordsAndItsScreensAreTold() {
        List<ReceivedPart> parts =
                readWithGaps(List.of(2), "PA duong vao thon ba hu ", "nang tu cau den ", "tram y te xa");
        String events = count("console_event where ticket is not null");
        comes(parts.get(1));
        assertThat(store(parts.get(1))).isEqualTo(Stored.DUPLICATE);
        assertThat(said())
                .extracting(Said::words)
                .containsExactly("duong vao thon ba hu [...]tram y te xa", "[phần 2/3 đến muộn] nang tu cau den");
        assertThat(count("complaint")).isEqualTo("1");
        assertThat(count("sms_outbox")).as("the receipt of the case alone").isEqualTo("1");
        assertThat(house.schema().column("select unanswered from sms_message order by id"))
                .containsExactly("null", "desk.late-part");
        assertThat(house.schema().column("select at from complaint_words order by id"))
                .doesNotHaveDuplicates();
        assertThat(house.schema().column("select deed from complaint_event order by version"))
                .endsWith("words");
        assertThat(Integer.parseInt(count("console_event where ticket is not null")))
                .isGreaterThan(Integer.parseInt(events));
    }

    @Test
    void sealedCaseGetsTheWordsInItsLaneFromTheFirstMoment() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "TCAO ong truong thon ", "lay dat cua dan ", "lam nha");
        store(parts.get(1));
        assertNothingIsInTheOpen();
        read();
        assertThat(said())
                .extracting(Said::words)
                .containsExactly("ong truong thon [...]lam nha", "[phần 2/3 đến muộn] lay dat cua dan");
        assertThat(said()).extracting(Said::ticket).containsOnly(said().get(0).ticket());
        assertThat(count("sms_outbox")).as("the neutral sentence, once").isEqualTo("1");
        assertNothingIsInTheOpen();
    }

    @Test
    void whatMakesItADenunciationSealsTheWhole() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA o xa co nguoi lam so do ", "can bo doi tien moi lam");
        assertThat(count("complaint where not secret")).isEqualTo("1");
        comes(parts.get(1));
        assertThat(said())
                .extracting(Said::secret, Said::words)
                .containsExactly(
                        tuple(true, "o xa co nguoi lam so do [...]"),
                        tuple(true, "[phần 2/2 đến muộn] can bo doi tien moi lam"));
        assertNothingIsInTheOpen();
    }

    @Test
    void phraseThatWasCutInTwoIsSeen() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA o xa can bo doi ", "tien moi lam cho dan");
        assertThat(count("complaint where not secret")).isEqualTo("1");
        comes(parts.get(1));
        assertThat(said()).extracting(Said::secret).containsExactly(true, true);
        assertNothingIsInTheOpen();
    }

    @Test
    void keywordThatCameLateSealsTheWhole() {
        List<ReceivedPart> parts = readWithGaps(List.of(1), "TCAO ong truong thon ", "lay dat cua dan lam nha");
        assertThat(count("complaint where not secret")).isEqualTo("1");
        comes(parts.get(0));
        assertThat(said()).extracting(Said::secret).containsExactly(true, true);
        assertNothingIsInTheOpen();
    }

    @Test
    void restOfACommandMakesNoCaseAndNoAnswer() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "TC H50.15-260814-0012 ", "cam on");
        comes(parts.get(1));
        assertThat(count("complaint")).isEqualTo("0");
        assertThat(count("sms_outbox")).isEqualTo("1");
        assertThat(history())
                .extracting(SmsHistory.Message::text)
                .as("the words are with those of the number")
                .contains("[...]cam on");
    }

    @Test
    void wordsOfNoCaseAreJudgedByTheWholeAndHideAllOfIt() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "can bo doi ", "tien moi lam");
        assertThat(count("complaint")).isEqualTo("0");
        comes(parts.get(1));
        assertThat(said()).containsExactly(new Said(said().get(0).ticket(), true, "can bo doi tien moi lam"));
        assertNothingIsInTheOpen();
    }

    @Test
    void closedCaseGetsTheWordsAsAllLaterOnes() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA duong vao thon ba hu ", "nang tu cau");
        house.schema().change("update complaint set state = 'DONG'");
        comes(parts.get(1));
        assertThat(said()).extracting(Said::words).contains("[phần 2/2 đến muộn] nang tu cau");
        assertThat(house.schema().column("select state from complaint")).containsExactly("DONG");
    }

    @Test
    void erasedCaseGetsNothing() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA duong vao thon ba hu ", "nang tu cau");
        house.schema().change("update complaint_words set words_sealed = ''");
        house.schema().change("update complaint set state = 'DONG', phone_sealed = null, phone_index = null");
        comes(parts.get(1));
        assertThat(count("complaint")).isEqualTo("2");
        assertThat(count("complaint_words where length(words_sealed) > 0")).isEqualTo("1");
    }

    @Test
    void mergedCaseHandsTheWordsOn() {
        store(Radio.text(MINH, "PA duong thon ba hu nang lam", clock.instant()));
        read();
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA duong vao thon ba hu ", "nang tu cau");
        String into = said().get(0).ticket();
        merge(said().get(1).ticket(), into);
        comes(parts.get(1));
        assertThat(said().get(2)).isEqualTo(new Said(into, false, "[phần 2/2 đến muộn] nang tu cau"));
        assertThat(count("complaint")).isEqualTo("2");
        assertThat(count("sms_outbox")).isEqualTo("2");
    }

    @Test
    void mergedCaseThatBecomesADenunciationLeavesTheOther() {
        store(Radio.text(MINH, "PA duong thon ba hu nang lam", clock.instant()));
        read();
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA duong vao thon ba hu ", "can bo doi tien moi lam");
        String into = said().get(0).ticket();
        String child = said().get(1).ticket();
        merge(child, into);
        comes(parts.get(1));
        assertThat(said())
                .extracting(Said::ticket, Said::secret)
                .containsExactly(tuple(into, false), tuple(child, true), tuple(child, true));
        assertThat(house.schema().column("select state from complaint where secret"))
                .as("worked on by itself")
                .containsExactly("MOI");
        assertThat(count("complaint_merge")).isEqualTo("0");
        assertThat(count("console_event where ticket = '" + child + "'")).isEqualTo("0");
    }

    @Test
    void piecesInTwoCasesAreSealedInBoth() {
        store(Radio.text(MINH, "PA duong thon ba hu nang lam", clock.instant()));
        read();
        List<ReceivedPart> parts =
                readWithGaps(List.of(2, 3), "PA duong vao thon ba hu ", "nang tu cau ", "can bo doi tien moi lam");
        String into = said().get(0).ticket();
        merge(said().get(1).ticket(), into);
        comes(parts.get(1));
        comes(parts.get(2));
        assertThat(said()).extracting(Said::secret).containsOnly(true);
        assertThat(said().get(3).ticket()).isEqualTo(said().get(1).ticket());
    }

    @Test
    void lateOnesAreShownInTheirOrderOfComingWithTheirPlaces() {
        List<ReceivedPart> parts =
                readWithGaps(List.of(1, 3), "PA duong vao thon ", "ba hu nang tu cau ", "den tram y te");
        comes(parts.get(2));
        comes(parts.get(0));
        assertThat(said())
                .extracting(Said::words)
                .containsExactly(
                        "[...]ba hu nang tu cau [...]",
                        "[phần 3/3 đến muộn] den tram y te",
                        "[phần 1/3 đến muộn] PA duong vao thon");
        assertThat(count("complaint")).isEqualTo("1");
        assertThat(count("sms_outbox")).isEqualTo("1");
    }

    @Test
    void secondLatePartGoesWhereTheFirstOneWent() {
        List<ReceivedPart> parts = readWithGaps(List.of(2, 3), "xin chao ", "duong vao thon ", "ba hu nang qua roi");
        assertThat(count("complaint")).isEqualTo("0");
        comes(parts.get(2));
        comes(parts.get(1));
        assertThat(said())
                .extracting(Said::words)
                .containsExactly("xin chao [...]ba hu nang qua roi", "[phần 2/3 đến muộn] duong vao thon");
        assertThat(count("complaint")).isEqualTo("1");
    }

    @Test
    void partOfATextThatCouldNotBeReadWaitsWithIt() {
        List<ReceivedPart> parts = withGaps(List.of(2), "TCAO ong truong thon ", "lay dat cua dan");
        SmsListener broken = sms -> {
            throw new IllegalStateException("a fault of ours");
        };
        read(broken);
        read();
        assertThat(house.schema().column("select state from sms_message")).containsExactly("POISON");
        comes(parts.get(1));
        assertThat(house.schema().column("select state from sms_message")).containsExactly("POISON", "POISON");
        assertThat(count("complaint")).isEqualTo("0");
        List<KeptMail.Kept> kept = house.ask(KeptMail.class, mail -> mail.newest(10));
        assertThat(kept)
                .extracting(KeptMail.Kept::why)
                .noneMatch(why -> why.contains("lay dat") || why.contains("912345678"));
        long text = Long.parseLong(house.schema()
                .column("select id from sms_message order by id limit 1")
                .get(0));
        assertThat(house.get(KeptMail.class).readAgain(text, () -> {})).isTrue();
        read();
        assertThat(house.schema().column("select state from sms_message")).containsExactly("DONE", "DONE");
        assertThat(said())
                .extracting(Said::secret, Said::words)
                .containsExactly(
                        tuple(true, "ong truong thon [...]"), tuple(true, "[phần 2/2 đến muộn] lay dat cua dan"));
        assertNothingIsInTheOpen();
    }

    @Test
    void partThatFailsIsTriedAgainAndItsWordsAreThereOnce() {
        List<ReceivedPart> parts = readWithGaps(List.of(2), "PA duong vao thon ba hu ", "nang tu cau");
        store(parts.get(1));
        AtomicInteger tries = new AtomicInteger();
        SmsListener desk = house.get(SmsListener.class);
        read(sms -> {
            desk.received(sms);
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("a fault of ours, after the words were written");
            }
        });
        assertThat(tries).hasValue(3);
        assertThat(said()).hasSize(2);
        assertThat(house.schema().column("select state from sms_message")).containsOnly("DONE");
    }

    @Test
    void twoNodesThatReadAtTheSameTimeAddTheWordsOnce() throws Exception {
        List<ReceivedPart> parts =
                readWithGaps(List.of(2, 3), "PA duong vao thon ba hu ", "nang tu cau ", "den tram y te");
        store(parts.get(2));
        store(parts.get(1));
        byte[] sender = house.tx(house.get(SqlMessages.class)::waitingSenders).get(0);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<?> turn : nodes.invokeAll(Collections.nCopies(
                    24, () -> house.get(Reading.class).next(sender, house.get(SmsListener.class))))) {
                turn.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        read();
        assertThat(said())
                .extracting(Said::words)
                .containsExactly(
                        "duong vao thon ba hu [...]",
                        "[phần 3/3 đến muộn] den tram y te",
                        "[phần 2/3 đến muộn] nang tu cau");
    }
}
