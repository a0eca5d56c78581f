package vn.mscore.hotline.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.LegalHolds;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SealedCases.Cover;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedDeeds;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.complaint.SealedOutcome;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.ErasureLog;
import vn.mscore.hotline.privacy.ErasureLog.Erased;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.Sounds;

/** Closed sealed cases lose their words when their time is over, and only custodians learn of it. */
class SealedRetentionIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final Viewer AN = custodian(1);
    private static final Viewer BINH = custodian(2);
    private static final String WHY = "xem xét xử lý ban đầu trong hạn 7 ngày";
    private static final Duration SIX_YEARS = Duration.ofDays(366 * 6);
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    private static Viewer custodian(long account) {
        return new Viewer(account, "giu" + account, "Giữ khóa", Role.CUSTODIAN, Optional.empty(), true);
    }

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        for (Viewer one : List.of(AN, BINH)) {
            sql("insert into account (id, login, name, role, password_hash, created_at, created_by) values ("
                    + one.account() + ", '" + one.login() + "', 'x', 'CUSTODIAN', 'x', now(6), 0)");
        }
        for (String unit : List.of("H50-TTRA", "KS-PKT")) {
            String json =
                    "{\"name\": \"UBND x\", \"shortName\": \"UBND x\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"}";
            assertThat(house.get(UnitRegister.class).put(unit, json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void sql(String update) {
        house.tx(() -> house.get(Sql.class).update(update));
    }

    private long left(String query) {
        return house.tx(() -> (long) house.get(Sql.class).count("select count(*) as n from " + query));
    }

    /** Time that the gateway saw go by; returns what the run tells. */
    private int runAfter(Duration time) {
        clock.advance(time);
        house.tx(() -> house.get(Sql.class)
                .update("replace into platform_clock (id, seen_at) values (1, ?)", clock.instant()));
        return house.get(Retention.class).run();
    }

    private String spoken() throws IOException {
        CallStart call =
                new CallStart("1787000000.1", "main", Optional.of(LAN), Optional.empty(), clock.instant(), false);
        house.get(CallBook.class).began(call);
        Recorder recorder = house.get(Recorder.class);
        RecordingId id = recorder.promise(call, RecordingOrder.secretMessage("complaint"));
        Files.createDirectories(recorder.spool(id).getParent());
        Files.write(recorder.spool(id), Sounds.speech(Duration.ofSeconds(3)));
        recorder.take(id, Recorded.End.KEY);
        String source = "recording:" + id.value();
        house.tx(() -> {
            house.get(Recordings.class).link(id, source);
            return true;
        });
        return source;
    }

    private TicketNumber report(String source) {
        return house.ask(
                        RegisterComplaint.class,
                        all -> all.register(new NewComplaint(
                                ComplaintKind.DENUNCIATION,
                                Optional.of(LAN),
                                "ông ấy đòi tiền tôi năm triệu",
                                Optional.empty(),
                                source,
                                false)))
                .ticket();
    }

    private Cover cover() {
        SealedCases.Listed listed = house.ask(SealedCases.class, cases -> cases.list(AN, 1));
        return listed.covers().get(0);
    }

    private Opened look() {
        Pseudonym pseudonym = cover().pseudonym();
        Optional<Opened> opened = house.ask(SealedCases.class, cases -> cases.look(BINH, pseudonym));
        return opened.orElseThrow();
    }

    private void done(Function<SealedDeeds, Optional<Reason>> deed) {
        Optional<Reason> refused = house.ask(SealedDeeds.class, deed);
        assertThat(refused).isEmpty();
    }

    private void openTogether(Pseudonym one) {
        done(d -> d.askToOpen(AN, one, WHY));
        done(d -> d.confirmOpening(BINH, one));
    }

    /** From the first look to the end that two agreed on. */
    private void handled() {
        Pseudonym one = cover().pseudonym();
        openTogether(one);
        Summary summary = new Summary("Có thông tin về một khoản ngoài quy định.", Optional.of(new UnitCode("KS-PKT")));
        done(d -> d.summarise(AN, one, Summary.NONE.mark(), summary));
        done(d -> d.propose(AN, one, summary.mark(), new Proposal(new UnitCode("H50-TTRA"), Optional.empty())));
        String read = look().handedOver().get(0).mark();
        done(d -> d.confirmHandOver(BINH, one, read, Optional.empty()));
        done(d -> d.record(AN, one, new Result(SealedOutcome.FORWARDED, "Đã chuyển thanh tra tỉnh")));
        String ended = look().ending().orElseThrow().mark();
        done(d -> d.confirmEnding(BINH, one, ended));
    }

    private void reopened() {
        Pseudonym one = cover().pseudonym();
        openTogether(one);
        done(d -> d.askToReopen(AN, one, "người dân gửi thêm chứng cứ"));
        String read = look().reopening().orElseThrow().mark();
        done(d -> d.confirmReopening(BINH, one, read));
    }

    private void closedAgain() {
        Pseudonym one = cover().pseudonym();
        openTogether(one);
        done(d -> d.record(AN, one, new Result(SealedOutcome.FORWARDED, "Đã chuyển thanh tra tỉnh")));
        String ended = look().ending().orElseThrow().mark();
        done(d -> d.confirmEnding(BINH, one, ended));
    }

    @Test
    void aCaseTakenUpAgainShouldKeepItsWordsUntilItIsClosedAnewAndThenLoseTheEndBeforeToo() {
        report("sms:1:modem");
        handled();
        house.ask(SealedDeeds.class, d -> d.close(AN, cover().pseudonym()));
        reopened();
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        closedAgain();
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
        assertThat(left("sealed_reopening where length(reason_sealed) > 0 or outcome is not null"
                        + " or outcome_sealed is not null"))
                .isZero();
        Pseudonym one = cover().pseudonym();
        openTogether(one);
        Optional<Reason> refused = house.ask(SealedDeeds.class, d -> d.askToReopen(AN, one, "xem lại lần nữa đi"));
        assertThat(refused.map(Reason::code)).contains("sealed.erased");
    }

    private List<Erased> log() {
        return house.tx(() -> house.get(ErasureLog.class).newest(10));
    }

    @Test
    void aClosedSealedCaseShouldLoseAllThatItSaidAndOnlyCustodiansLearnOfIt() throws IOException {
        report(spoken());
        handled();
        runAfter(Duration.ofDays(365 * 4));
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        assertThat(left("voice_recording where state = 'KEPT'")).isEqualTo(1);
        runAfter(Duration.ofDays(370));
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
        assertThat(left(
                        "sealed_case where summary_sealed is not null or accused_sealed is not null or outcome is not null"
                                + " or outcome_sealed is not null"))
                .isZero();
        assertThat(left("sealed_handover where length(words_sealed) > 0 or conflict is not null"))
                .isZero();
        assertThat(left("sealed_opening where length(reason_sealed) > 0")).isZero();
        assertThat(left("complaint where phone_sealed is not null or sender_digest is not null"))
                .isZero();
        assertThat(left("voice_recording where key_sealed is not null"))
                .as("by its key")
                .isZero();
        assertThat(log()).extracting(Erased::subject).doesNotContain("cases.closed");
        List<Look> looks =
                house.ask(SealedCases.class, cases -> cases.looksOfOthers(AN, 1).looks());
        assertThat(looks.get(0).what()).isEqualTo("erased");
        assertThat(cover().signs().erased()).isTrue();
        openTogether(cover().pseudonym());
        assertThat(look().words()).extracting(SealedCases.Said::text).containsExactly("");
    }

    @Test
    void theRunShouldTellNothingOfSealedCases() {
        report("sms:1:modem");
        handled();
        assertThat(runAfter(SIX_YEARS)).as("no figure of the job").isZero();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
        assertThat(log()).isEmpty();
    }

    @Test
    void aSealedCaseThatIsNotClosedShouldStay() {
        report("sms:1:modem");
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
    }

    @Test
    void aLegalHoldShouldKeepASealedCase() {
        TicketNumber ticket = report("sms:1:modem");
        handled();
        LegalHolds holds = house.get(LegalHolds.class);
        assertThat(holds.place(ticket, "Tòa án yêu cầu lưu", "kythuat")).isEmpty();
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        assertThat(left("sealed_case where summary_sealed is not null")).isEqualTo(1);
        assertThat(log()).as("nor that one was held").isEmpty();
        assertThat(holds.lift(holds.standing().get(0).id(), "kythuat")).isTrue();
        runAfter(Duration.ZERO);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }

    /** The state in which it ended stays; what was sealed then, only custodians end. */
    @Test
    void aCaseThatIsSealedAfterItsEndShouldStayUntilCustodiansEndIt() {
        TicketNumber ticket = house.ask(
                        RegisterComplaint.class,
                        all -> all.register(new NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(LAN),
                                "đường vào bản lầy lội quá",
                                Optional.empty(),
                                "sms:1:modem",
                                false)))
                .ticket();
        sql("update complaint set state = 'DONG'");
        boolean added = house.ask(
                RegisterComplaint.class, all -> all.addText(ticket, LAN, "cán bộ đòi hối lộ mới sửa", "sms:2:modem"));
        assertThat(added).isTrue();
        assertThat(left("complaint where secret = 1 and state = 'DONG'")).isEqualTo(1);
        assertThat(runAfter(SIX_YEARS)).as("no figure of the job").isZero();
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(2);
        LegalHolds holds = house.get(LegalHolds.class);
        assertThat(holds.place(ticket, "Tòa án yêu cầu lưu", "kythuat")).isEmpty();
        runAfter(Duration.ZERO);
        assertThat(log()).as("nor among the held").isEmpty();
    }

    @Test
    void wordsThatComeAfterTheErasureShouldGoTooOnceTheyAreRead() {
        TicketNumber ticket = report("sms:1:modem");
        handled();
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
        house.tx(() -> {
            Complaints all = house.get(Complaints.class);
            all.addWords(all.find(ticket).orElseThrow(), "tôi có thêm chứng cứ", "sms:2:modem", false);
            return true;
        });
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(1);
        openTogether(cover().pseudonym());
        look();
        runAfter(Duration.ZERO);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }

    @Test
    void wordsThatCameLaterShouldStayAsLongAgainAlthoughTheyAreRead() {
        TicketNumber ticket = report("sms:1:modem");
        handled();
        clock.advance(Duration.ofDays(366 * 4));
        boolean added = house.ask(
                RegisterComplaint.class, all -> all.addText(ticket, LAN, "tôi có thêm chứng cứ", "sms:2:modem"));
        assertThat(added).isTrue();
        openTogether(cover().pseudonym());
        look();
        runAfter(Duration.ofDays(366 * 2));
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(2);
        runAfter(Duration.ofDays(366 * 4));
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }

    @Test
    void wordsThatNobodyHasReadShouldKeepTheirCaseUntilTheyAreRead() {
        TicketNumber ticket = report("sms:1:modem");
        handled();
        clock.advance(Duration.ofDays(366 * 4));
        boolean added = house.ask(
                RegisterComplaint.class, all -> all.addText(ticket, LAN, "tôi có thêm chứng cứ", "sms:2:modem"));
        assertThat(added).isTrue();
        runAfter(SIX_YEARS);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isEqualTo(2);
        openTogether(cover().pseudonym());
        look();
        runAfter(Duration.ZERO);
        assertThat(left("complaint_words where length(words_sealed) > 0")).isZero();
    }
}
